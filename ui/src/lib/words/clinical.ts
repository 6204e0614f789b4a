export { WORDS } from './clinical-list';
