/** Making records, for the other screens. */
export { CreateHost } from './CreateHost';
export { openCreate } from './creating';
