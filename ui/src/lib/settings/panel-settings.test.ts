import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { atDesk, refusal } from '$lib/backend/pipe/desk';
import { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';
import { MemberForm } from './member-form.svelte';
import { RuleSets } from './rule-sets.svelte';
import Window from '../../App.svelte';

async function rules() {
  const backend = await atDesk();
  const app = new App(backend);
  await app.start();
  const sets = new RuleSets(app);
  await sets.load();
  sets.begin(sets.all!.sets[0]!);
  return { backend, sets };
}

describe('the site’s version of a rule-set', () => {
  it('is not recorded without a reason', async () => {
    const { backend, sets } = await rules();
    sets.reason = '  ';
    expect(await sets.save()).toBe(false);
    expect(backend.sent('record_rule_set')).toEqual([]);
  });

  it('holds every figure of the one it was made from, and the changed ones', async () => {
    const { backend, sets } = await rules();
    const before = sets.all!.sets[0]!.ruleSet;
    sets.mostKeys = '2';
    sets.draft!.attendance.find((one) => one.key === 'エ')!.minimum = 2;
    sets.toggle('attendance', 'オ');
    sets.reason = '事務連絡で確認';
    expect(before.attendance.find((one) => one.key === 'エ')!.minimum, 'what stands is not touched').toBe(1);
    expect(await sets.save()).toBe(true);
    const { ruleSet, reason } = backend.sent('record_rule_set')[0]!;
    expect(reason).toBe('事務連絡で確認');
    expect(ruleSet.mostKeys).toBe(2);
    expect(ruleSet.attendance.map((one) => [one.key, one.minimum])).toContainEqual(['エ', 2]);
    expect(ruleSet.attendance.some((one) => one.key === 'オ')).toBe(false);
    expect(ruleSet.members).toEqual(before.members);
    expect(ruleSet.modes).toEqual(before.modes);
    expect(sets.all!.sets[0]!.history[0]!.reason).toBe('事務連絡で確認');
    expect(sets.draft, 'the form is closed').toBeNull();
  });

  it('keeps the form with the words of a refusal', async () => {
    const { backend, sets } = await rules();
    sets.reason = '試し';
    sets.below = 'abc';
    backend.refuse.set('record_rule_set', refusal('invalid', '範囲外', { paediatricBelow: '1～30歳' }));
    expect(await sets.save()).toBe(false);
    expect(sets.fields['paediatricBelow']).toBe('1～30歳');
    expect(sets.draft).not.toBeNull();
  });

  it('puts a key back in its order', async () => {
    const { sets } = await rules();
    sets.toggle('attendance', 'イ');
    sets.toggle('attendance', 'イ');
    expect(sets.draft!.attendance.map((one) => one.key).join('')).toBe('アイウエオカキ');
  });
});

describe('a member', () => {
  it('keeps the order of the roles, for the first is the one acted in', () => {
    const form = new MemberForm({
      memberId: 'm9',
      name: '山本',
      signIn: 'yamamoto',
      institution: null,
      roles: ['member', 'chair'],
      qualifications: ['ア'],
      institutionKind: 'cooperative',
      field: '血液内科',
      fullTime: null,
    });
    form.roles['administrator'] = true;
    expect(form.args()).toEqual({
      name: '山本',
      roles: ['member', 'chair', 'administrator'],
      qualifications: ['ア'],
      institutionKind: 'cooperative',
      field: '血液内科',
    });
    form.roles = {};
    expect(form.ready, 'nobody is without a role').toBe(false);
  });

  it('is changed from the settings, and removed only after being asked again', async () => {
    const backend = await atDesk();
    render(Window, { backend });
    await fireEvent.click((await screen.findAllByText(speech.t.app.settings))[0]!);
    await fireEvent.click(await screen.findByTestId('member-change-suzuki'));
    await fireEvent.input(await screen.findByTestId('member-field'), { target: { value: '腫瘍内科' } });
    await fireEvent.click(screen.getByTestId('member-save'));
    await waitFor(() =>
      expect(backend.calls.find((call) => call.name === 'change_member')?.args).toMatchObject({
        memberId: backend.members['suzuki'],
        field: '腫瘍内科',
        qualifications: ['エ', 'オ'],
      }),
    );
    await waitFor(() => expect(screen.queryByTestId('member-save'), 'recorded').toBeNull());
    await fireEvent.click(await screen.findByTestId('member-change-suzuki'));
    await fireEvent.click(await screen.findByTestId('member-remove'));
    expect(backend.calls.some((call) => call.name === 'remove_member')).toBe(false);
    const sure = await screen.findByTestId<HTMLButtonElement>('member-remove-sure');
    await waitFor(() => expect(sure.disabled, 'until the session is learned anew').toBe(false));
    await fireEvent.click(sure);
    await waitFor(() => expect(screen.getAllByTestId('member')).toHaveLength(3));
  });
});
