/** Keys that make a record of a type. */
export const CREATE_KEYS: Readonly<Record<string, string>> = {
  opportunity: 'C',
  contact: 'Shift+C',
  task: 'T',
};
