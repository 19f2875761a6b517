import i18next from 'i18next';
import { useSyncExternalStore } from 'react';

/** The languages of the program, as BCP 47 tags. */
export type Lang = 'zh-CN' | 'en';

/** One thing said in both languages, as the core sends it. */
export interface Text {
  en: string;
  zh: string;
}

i18next.init({
  lng: 'zh-CN',
  fallbackLng: false,
  initAsync: false,
  resources: {},
  // A dot or colon in a sentence is punctuation here, not a path.
  keySeparator: false,
  nsSeparator: false,
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
});

/** Reads a language from a setting or a system locale; what is not Chinese is English. */
export function asLang(tag: string): Lang {
  return tag.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** The language that is shown now, for code outside of components. */
export function currentLang(): Lang {
  return asLang(i18next.language);
}

/** Switches the language of everything on screen. */
export function setLang(lang: Lang): void {
  void i18next.changeLanguage(lang);
  document.documentElement.lang = lang;
}

function subscribe(changed: () => void): () => void {
  i18next.on('languageChanged', changed);
  return () => i18next.off('languageChanged', changed);
}

/** The language that is shown; the component draws again when it changes. */
export function useLang(): Lang {
  return useSyncExternalStore(subscribe, currentLang);
}

/** A text in one language, or its other half where that one is empty. */
export function pick(text: Text, lang: Lang): string {
  const [first, second] = lang === 'zh-CN' ? [text.zh, text.en] : [text.en, text.zh];
  return first || second;
}
