import { create } from 'zustand';

/** A question for a path, where there is no native dialog to ask with. */
export interface PathQuestion {
  title: string;
  label: string;
  /** The verb on the button. */
  action: string;
  value: string;
}

interface Asked extends PathQuestion {
  answer: (path: string) => void;
}

/** The question that is open. */
export const usePathQuestion = create<{ asked: Asked | null }>(() => ({ asked: null }));

/** Asks for a path in a small dialog; "" when it was cancelled. PathDialog must stand in the page. */
export function askPath(question: PathQuestion): Promise<string> {
  usePathQuestion.getState().asked?.answer('');
  return new Promise((resolve) => {
    const answer = (path: string) => {
      usePathQuestion.setState({ asked: null });
      resolve(path.trim());
    };
    usePathQuestion.setState({ asked: { ...question, answer } });
  });
}
