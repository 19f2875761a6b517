import { savePreferences, toFailed } from '@/api';
import { type Lang, setLang } from '@/i18n';
import { toastError } from '@/ui';

/** Shows a language at once and keeps it, so that the core speaks it too. */
export function keepLanguage(language: Lang): void {
  setLang(language);
  savePreferences({ language }).catch((thrown) => toastError(toFailed(thrown)));
}
