import type { NewFile } from '@/api';
import { type Lang, localZone, pairs, sayIn } from '@/i18n';
import type { Person } from '@/ui';
import { safeName } from './place';

const words = pairs({
  name: ['My sales', '我的销售'],
  person: ['Me', '我'],
});

/** A new file's name and, when it was chosen, its path. */
export interface Place {
  name: string;
  /** "" for the proposed folder and the name. */
  path: string;
}

/** The name of a file that nobody has named. */
export function proposedName(lang: Lang): string {
  return sayIn(words, lang).name;
}

/** What the core needs for a new file; what was left empty gets a plain name. */
export function newFile(place: Place, person: Person, lang: Lang): NewFile {
  return {
    path: place.path,
    name: safeName(place.name) || proposedName(lang),
    language: lang,
    person: person.name.trim() || sayIn(words, lang).person,
    currency: person.currency,
    zone: localZone(),
  };
}
