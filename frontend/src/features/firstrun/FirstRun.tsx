import { Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type RecentFile, useAppState } from '@/api';
import { proposedCurrency, useLang } from '@/i18n';
import { type Person, PersonFields } from '@/ui';
import { Backdrop } from './Backdrop';
import { keepLanguage } from './language';
import { useFirstRun } from './progress';
import { StepData } from './StepData';
import { StepFile } from './StepFile';
import { StepPerson } from './StepPerson';

/** Where a new file goes: its name, and its path when that was chosen. */
interface Place {
  name: string;
  path: string;
}

/** What the first run leaves to those who know files. */
export interface FirstRunProps {
  recent: RecentFile[];
  /** Draws the question for name and place. */
  askPlace: (value: Place, onChange: (value: Place) => void) => ReactNode;
  /** Makes the file; says whether it worked. */
  onCreate: (place: Place, person: Person) => Promise<boolean>;
  onOpen: () => void;
  onRecent: (file: RecentFile) => void;
}

/** The first two steps, while there is no file. Who has been here begins with the second. */
export function FirstRun(props: FirstRunProps) {
  const { recent, askPlace, onCreate, onOpen, onRecent } = props;
  const chosen = useAppState().data?.chosen ?? false;
  // As it was at first: passing the first step chooses the language too.
  const [returning] = useState(chosen);
  const lang = useLang();
  const [step, setStep] = useState<1 | 2>(returning ? 2 : 1);
  const [who, setWho] = useState<Person>({ name: '', currency: '' });
  const [place, setPlace] = useState<Place>({ name: '', path: '' });
  const [busy, setBusy] = useState(false);
  const person = { ...who, currency: who.currency || proposedCurrency(lang) };
  // The proposal follows the language until someone chooses.
  const change = (next: Person) =>
    setWho({
      name: next.name,
      currency: next.currency === proposedCurrency(lang) ? '' : next.currency,
    });
  const make = async (next: 0 | 3) => {
    setBusy(true);
    keepLanguage(lang);
    useFirstRun.setState({ step: next });
    if (!(await onCreate(place, person))) useFirstRun.setState({ step: 0 });
    setBusy(false);
  };
  const next = () => {
    keepLanguage(lang);
    setStep(2);
  };
  // Who begins with the second step was not asked for a name.
  const question = (
    <Stack gap="lg">
      {askPlace(place, setPlace)}
      {returning && <PersonFields value={person} onChange={change} />}
    </Stack>
  );
  const skip = () => void make(0);
  return (
    <>
      <Backdrop />
      {step === 1 ? (
        <StepPerson value={person} onChange={change} onNext={next} onSkip={skip} />
      ) : (
        <StepFile
          question={question}
          recent={recent}
          busy={busy}
          onBack={() => setStep(1)}
          onCreate={() => void make(3)}
          onOpen={onOpen}
          onRecent={onRecent}
          onSkip={skip}
        />
      )}
    </>
  );
}

/** The last step, over the window of the file that was just made. */
export function FirstData({
  over,
  onChoose,
}: {
  /** A file is held over the window. */
  over: boolean;
  onChoose: () => void;
}) {
  const step = useFirstRun((state) => state.step);
  return step === 3 ? <StepData over={over} onChoose={onChoose} /> : null;
}
