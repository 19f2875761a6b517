/** Making records, for the other screens. */
export { CreateHost } from './CreateHost';
export { beginWith, openCreate } from './creating';
