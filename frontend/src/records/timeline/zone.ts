import { useFile } from '@/api';
import { today } from '@/fields/format/date';

/** The workspace's time zone, such as Asia/Shanghai; "" for this computer's. */
export function useZone(): string {
  return useFile()?.zone ?? '';
}

/** The day that it is in the workspace's zone, as 2026-11-23. */
export function useToday(): string {
  return today(useZone());
}
