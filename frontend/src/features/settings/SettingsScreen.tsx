import type { ComponentType } from 'react';
import { AppearanceSection } from './AppearanceSection';
import { AboutSection } from './about/AboutSection';
import { ChoicesSection } from './choices/ChoicesSection';
import { CurrencySection } from './currency/CurrencySection';
import { FileSection } from './FileSection';
import { FieldsSection } from './fields/FieldsSection';
import { ImportsSection } from './imports/ImportsSection';
import { KeysSection } from './KeysSection';
import { MeSection } from './MeSection';
import { PipelineSection } from './pipeline/PipelineSection';
import { ReasonsSection } from './reasons/ReasonsSection';
import { SectionList } from './SectionList';
import { asSection, type SectionId } from './sections';
import css from './settings.module.css';
import { TeamsSection } from './teams/TeamsSection';

const sections: Record<SectionId, ComponentType> = {
  me: MeSection,
  appearance: AppearanceSection,
  keys: KeysSection,
  pipeline: PipelineSection,
  reasons: ReasonsSection,
  currency: CurrencySection,
  choices: ChoicesSection,
  fields: FieldsSection,
  teams: TeamsSection,
  file: FileSection,
  imports: ImportsSection,
  about: AboutSection,
};

/** Settings: what there is at the left, one section at the right. */
export function SettingsScreen({ section }: { section?: string }) {
  const id = asSection(section);
  const Shown = sections[id];
  return (
    <div className={css.screen}>
      <SectionList current={id} />
      <Shown key={id} />
    </div>
  );
}
