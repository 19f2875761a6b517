import type { Active, Announcements, Over } from '@dnd-kit/core';
import type { StageInfo } from '@/api/types';
import { type Lang, pick, sayIn } from '@/i18n';
import type { Dragged } from './DragCard';
import { targetOf } from './model';
import { boardWords } from './words';

/** What a screen reader hears while a card is carried, in a language. */
export function announcements(stages: readonly StageInfo[], lang: Lang): Announcements {
  const t = sayIn(boardWords, lang);
  const what = (active: Active) => {
    const { card, stage } = active.data.current as Dragged;
    return { title: card.title, stage: pick(stage.name, lang) };
  };
  const where = (over: Over | null) => (over ? placeName(String(over.id), stages, lang) : '');
  return {
    onDragStart: ({ active }) => t('picked', what(active)),
    onDragOver: ({ active, over }) => {
      const { title } = what(active);
      const place = where(over);
      return place ? t('over', { title, place }) : t('overNothing', { title });
    },
    onDragEnd: ({ active, over }) => {
      const { title, stage } = what(active);
      const place = where(over);
      return place && place !== stage
        ? t('dropped', { title, place })
        : t('unmoved', { title, stage });
    },
    onDragCancel: ({ active }) => t('cancelled', what(active)),
  };
}

/** What a place to drop on is called: its stage, or delete; "" for none of the board's. */
export function placeName(dropId: string, stages: readonly StageInfo[], lang: Lang): string {
  const target = targetOf(dropId, stages);
  if (!target) return '';
  if (target.kind === 'delete') return sayIn(boardWords, lang).delete;
  const stage = stages.find((s) => s.id === target.stage);
  return stage ? pick(stage.name, lang) : '';
}
