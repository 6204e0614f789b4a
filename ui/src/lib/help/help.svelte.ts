import type { Place } from '$lib/session/app.svelte';
import { topicAt, type TopicName } from './topics';

/** The help: whether it is open, and where. */
export class Help {
  shown = $state(false);
  topic = $state<TopicName>('start');
  typed = $state('');

  /** Opens it at a topic. */
  open(topic: TopicName): void {
    this.topic = topic;
    this.typed = '';
    this.shown = true;
  }

  /** Opens it at what is of most use where the window stands, or closes it. */
  turn(place: Place, part: string | null): void {
    if (this.shown) this.shown = false;
    else this.open(topicAt(place.at === 'case' ? (part ?? 'overview') : place.at));
  }
}
