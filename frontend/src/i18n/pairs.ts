import i18next from 'i18next';
import { useMemo } from 'react';
import { currentLang, type Lang, useLang } from './lang';

/** English and Chinese. An English half with a bar, "{count} row|{count} rows", is one and many. */
export type Pair = readonly [en: string, zh: string];

type Table = Readonly<Record<string, Pair>>;

/** The names in braces in a sentence. */
type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

type Needs<P extends Pair> = Names<P[0]> | Names<P[1]>;
type Given<P extends Pair> = [Needs<P>] extends [never] ? [] : [Record<Needs<P>, string | number>];

/** The words of one feature in both languages. */
export interface Words<T extends Table> {
  readonly space: string;
  readonly table: T;
}

/**
 * Words in the language that is shown: `t.save` for a plain one, `t('moved', { stage })`
 * for one with names in braces. A missing or misspelt name does not compile.
 */
export type Say<T extends Table> = (<K extends keyof T & string>(
  key: K,
  ...given: Given<T[K]>
) => string) & { readonly [K in keyof T]: string };

const all: Words<Table>[] = [];

function tree(table: Table, half: 0 | 1): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [key, pair] of Object.entries(table)) {
    const [one, many] = half === 0 ? pair[0].split('|') : [pair[1]];
    if (many === undefined) {
      out[key] = one ?? '';
    } else {
      out[`${key}_one`] = one ?? '';
      out[`${key}_other`] = many;
    }
  }
  return out;
}

/** Declares the words of a feature beside it and feeds them to i18next. */
export function pairs<const T extends Table>(table: T): Words<T> {
  const words = { space: `words${all.length}`, table };
  i18next.addResourceBundle('en', words.space, tree(table, 0));
  i18next.addResourceBundle('zh-CN', words.space, tree(table, 1));
  all.push(words);
  return words;
}

function speak<T extends Table>(words: Words<T>, lang: Lang): Say<T> {
  const say = (key: string, given?: Record<string, string | number>) =>
    i18next.t(key, { ...given, ns: words.space, lng: lang });
  // An arrow function's own "name" and "length" may be replaced by a proxy, so that
  // t.name is the word "name".
  return new Proxy(say, {
    get: (target, key) =>
      typeof key === 'string' && key in words.table ? say(key) : Reflect.get(target, key),
  }) as unknown as Say<T>;
}

/** The words in the language that is shown; the component draws again when it changes. */
export function useWords<T extends Table>(words: Words<T>): Say<T> {
  const lang = useLang();
  return useMemo(() => speak(words, lang), [words, lang]);
}

/** The words in the language that is shown now, for code outside of components. */
export function sayIn<T extends Table>(words: Words<T>, lang: Lang = currentLang()): Say<T> {
  return speak(words, lang);
}

/** Everything that was declared so far, for the test that compares the halves. */
export function declared(): readonly Words<Table>[] {
  return all;
}
