import { useEffect } from 'react';
import { savePreferences, toFailed, useAppState, usePreferences } from '@/api';
import { asLang, setLang } from '@/i18n';
import { asScheme, type Scheme, useScheme } from '@/theme';
import { toastError } from '@/ui';

/** Keeps language and colours as the preferences say, live. */
export function useAppearance(): void {
  const state = useAppState().data;
  const preferences = usePreferences().data;
  const { setScheme } = useScheme();
  // Only Linux tells the program its language; elsewhere the page guesses until it is chosen.
  const guess = state && !state.chosen && state.system !== 'linux';
  const language = guess ? navigator.language : preferences?.language || state?.language;
  const theme = preferences?.theme;
  useEffect(() => {
    if (language) setLang(asLang(language));
  }, [language]);
  useEffect(() => {
    if (theme) setScheme(asScheme(theme));
  }, [theme, setScheme]);
}

/** Shows a scheme at once and keeps it. */
export async function keepScheme(theme: Scheme): Promise<void> {
  try {
    await savePreferences({ theme });
  } catch (thrown) {
    toastError(toFailed(thrown));
  }
}

/** Says whether the page is dark now, also when it follows the system. */
export function isDark(): boolean {
  return document.documentElement.dataset.mantineColorScheme === 'dark';
}
