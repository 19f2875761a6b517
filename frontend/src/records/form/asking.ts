import { create } from 'zustand';
import { api, Failed } from '@/api';
import type { SaveInput, SaveResult } from '@/api/types';

/** Where a popover points: a box of the window in pixels. */
export interface Anchor {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The box of an element as an anchor; one that is out of the window comes to its edge. */
export function anchorOf(element: Element): Anchor {
  const { left, top, width, height } = element.getBoundingClientRect();
  const inside = (at: number, size: number, room: number) =>
    Math.max(8, Math.min(at, room - size - 8));
  return {
    left: inside(left, width, window.innerWidth),
    top: inside(top, height, window.innerHeight),
    width,
    height,
  };
}

/** Says where a question points when it comes to one: what was changed may have moved. */
export type Where = () => Anchor | null;

/** A question for fields without which a record cannot be saved. */
export interface Asking {
  /** What is being saved. */
  input: SaveInput;
  /** Keys of the fields that are asked for. */
  fields: string[];
  /** Why, in the words of the core. */
  message: string;
  anchor: Anchor | null;
  /** Saves with the answers; throws Failed. */
  save: (values: Record<string, unknown>) => Promise<void>;
  /** Nobody answered. */
  cancel: () => void;
}

/** The question on screen. There is at most one; a new one cancels the one before. */
export const useAsking = create<{ asking: Asking | null }>(() => ({ asking: null }));

/** Whether a failure asks for fields instead of refusing. */
export function asks(failure: unknown): failure is Failed {
  return failure instanceof Failed && failure.code === 'incomplete' && failure.fields.length > 0;
}

/** Saves a record. When the core asks for fields first, asks the person for just these and
 * saves again. Gives null when the person does not answer; throws every other failure. */
export async function saveAsking(input: SaveInput, where: Where): Promise<SaveResult | null> {
  try {
    return await api.records.save(input);
  } catch (failure) {
    if (!asks(failure)) throw failure;
    return ask(input, failure, where());
  }
}

function ask(input: SaveInput, failure: Failed, anchor: Anchor | null): Promise<SaveResult | null> {
  useAsking.getState().asking?.cancel();
  return new Promise((resolve) => {
    const end = (result: SaveResult | null) => {
      useAsking.setState({ asking: null });
      resolve(result);
    };
    const save = async (values: Record<string, unknown>) => {
      const whole = { ...input, values: { ...input.values, ...values } };
      end(await api.records.save(whole));
    };
    useAsking.setState({
      asking: {
        input,
        fields: failure.fields,
        message: failure.message,
        anchor,
        save,
        cancel: () => end(null),
      },
    });
  });
}
