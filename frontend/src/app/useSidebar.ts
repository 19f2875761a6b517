import { useMediaQuery } from '@mantine/hooks';
import { create } from 'zustand';
import { savePreferences, toFailed, usePreferences } from '@/api';
import { toastError } from '@/ui';

/** Opened by hand in a narrow window, where it is closed by itself. Not kept. */
const useOpened = create<{ narrow: boolean }>(() => ({ narrow: false }));

/** Width in pixels when it is open. */
export const SIDEBAR = 224;

/** Whether the sidebar is only icons, and how to switch that. */
export function useSidebar() {
  const narrow = useMediaQuery('(max-width: 1179px)', false, { getInitialValueInEffect: false });
  const kept = usePreferences().data?.sidebar ?? SIDEBAR;
  const opened = useOpened((state) => state.narrow);
  const collapsed = narrow ? !opened : kept === 0;
  const toggle = () => {
    if (narrow) {
      useOpened.setState({ narrow: !opened });
      return;
    }
    const sidebar = kept === 0 ? SIDEBAR : 0;
    savePreferences({ sidebar }).catch((thrown) => toastError(toFailed(thrown)));
  };
  return { collapsed, toggle };
}
