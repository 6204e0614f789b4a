import type { TestProject } from 'vitest/node';
import { prepare } from './lib/backend/pipe/program';

/** Once for all tests: the stores that each test takes a copy of. */
export default function setup(project: TestProject): () => void {
  const { folder, remove } = prepare();
  project.provide('prepared', folder);
  return remove;
}
