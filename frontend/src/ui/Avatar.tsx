import css from './Avatar.module.css';

const HAN = /\p{Script=Han}/u;

/** One Han character, or up to two initials: 张伟 is 张, Mary Lee is ML. */
export function initials(name: string): string {
  const trimmed = name.trim();
  const first = [...trimmed][0] ?? '';
  if (HAN.test(first)) return first;
  const words = trimmed.split(/\s+/);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]];
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}

/** A person in a circle, neutral in colour; the full name is its title. */
export function Avatar({ name, size = 20 }: { name: string; size?: 20 | 28 | 40 }) {
  return (
    <span className={css.av} data-size={size} title={name} role="img" aria-label={name}>
      {initials(name)}
    </span>
  );
}
