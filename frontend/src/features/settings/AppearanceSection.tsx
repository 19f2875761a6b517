import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { type Preferences, usePreferences } from '@/api';
import { pairs, useWords } from '@/i18n';
import { asDensity, asScheme } from '@/theme';
import { keyLabel, type Segment, Segmented } from '@/ui';
import { prefer } from './acts';
import { Line, Lines, Pane } from './Parts';
import { settingsWords } from './words';

const words = pairs({
  title: ['Appearance', '外观'],
  theme: ['Colours', '主题'],
  themeNote: ['{keys} switches light and dark anywhere', '随时按 {keys} 切换深浅'],
  system: ['As the system', '跟随系统'],
  light: ['Light', '浅色'],
  dark: ['Dark', '深色'],
  density: ['Row height', '行高'],
  densityNote: ['Of lists that have none of their own', '没有单独设置的列表都按这个'],
  compact: ['Compact', '紧凑'],
  standard: ['Standard', '标准'],
  comfortable: ['Roomy', '宽松'],
});

/** Light or dark, and how close rows stand. */
export function AppearanceSection() {
  const t = useWords(words);
  const preferences = usePreferences().data;
  return <Pane title={t.title}>{preferences && <Controls preferences={preferences} />}</Pane>;
}

function Controls({ preferences }: { preferences: Preferences }) {
  const t = useWords(words);
  const ts = useWords(settingsWords);
  const choose =
    <V extends string>(key: 'theme' | 'density', items: Segment<V>[]) =>
    (value: V) => {
      const label = items.find((item) => item.value === value)?.label ?? value;
      void prefer(preferences, { [key]: value }, ts('changed', { what: t[key], value: label }));
    };
  const themes: Segment<'system' | 'light' | 'dark'>[] = [
    { value: 'system', label: t.system, icon: IconDeviceDesktop },
    { value: 'light', label: t.light, icon: IconSun },
    { value: 'dark', label: t.dark, icon: IconMoon },
  ];
  const densities: Segment<'compact' | 'standard' | 'comfortable'>[] = [
    { value: 'compact', label: t.compact },
    { value: 'standard', label: t.standard },
    { value: 'comfortable', label: t.comfortable },
  ];
  return (
    <Lines>
      <Line label={t.theme} note={t('themeNote', { keys: keyLabel('Mod+Shift+L') })}>
        <Segmented
          label={t.theme}
          value={asScheme(preferences.theme)}
          onChange={choose('theme', themes)}
          items={themes}
        />
      </Line>
      <Line label={t.density} note={t.densityNote}>
        <Segmented
          label={t.density}
          value={asDensity(preferences.density)}
          onChange={choose('density', densities)}
          items={densities}
        />
      </Line>
    </Lines>
  );
}
