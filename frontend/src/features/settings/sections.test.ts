import { describe, expect, it } from 'vitest';
import { asSection, groups, searchSections, sectionIds } from './sections';

const ids = (text: string) =>
  searchSections(text).flatMap(({ found }) => found.map((f) => f.section.id));

describe('the settings', () => {
  it('list every section once', () => {
    const listed = groups.flatMap(({ sections }) => sections.map(({ id }) => id));
    expect([...listed].sort()).toEqual([...sectionIds].sort());
  });

  it('are found by their name and by what is in them, in both languages', () => {
    expect(ids('外观')).toEqual(['appearance']);
    expect(ids('win prob')).toEqual(['pipeline']);
    expect(searchSections('本位币')[0]?.found[0]?.hits).toEqual([['Base currency', '本位币']]);
    expect(ids('no such thing')).toEqual([]);
  });

  it('all show without a search', () => {
    expect(ids('')).toHaveLength(sectionIds.length);
  });

  it('begin with the first where the address names none', () => {
    expect(asSection(undefined)).toBe('me');
    expect(asSection('pipeline')).toBe('pipeline');
    expect(asSection('nonsense')).toBe('me');
  });
});
