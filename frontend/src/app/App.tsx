import { useEffect } from 'react';
import { useAppState } from '@/api';
import { LockedScreen } from '@/features/files/LockedScreen';
import { MissingDialog, openRecent } from '@/features/files/MissingDialog';
import { NameField } from '@/features/files/NameField';
import { NewFileDialog } from '@/features/files/NewFileDialog';
import { newFile } from '@/features/files/newFile';
import { createFile, openOther } from '@/features/files/ops';
import { ProblemScreen } from '@/features/files/ProblemScreen';
import { useRecent } from '@/features/files/recent';
import { FirstData, FirstRun } from '@/features/firstrun/FirstRun';
import { endFirstRun, useFirstRun } from '@/features/firstrun/progress';
import { useLang } from '@/i18n';
import { PathDialog, setUndoer, Toaster } from '@/ui';
import { About } from './About';
import { Broken } from './Broken';
import { DropLayer, useDrops } from './DropLayer';
import { chooseForImport, useWaiting } from './dropped';
import { useKeyboard } from './keyboard';
import { Shell } from './Shell';
import { undoChange } from './undo';
import { useAppearance } from './useAppearance';
import { useNativeMenu } from './useNativeMenu';

setUndoer((change) => void undoChange(change));

/** The window: the open file, or why there is none, and what floats above. */
export function App() {
  useAppearance();
  useKeyboard();
  useNativeMenu();
  useDrops(true);
  const guiding = useFirstRun((state) => state.step === 3);
  return (
    <>
      <Content />
      <NewFileDialog />
      <MissingDialog />
      <PathDialog />
      <About />
      {!guiding && <DropLayer />}
      <Toaster />
    </>
  );
}

function Content() {
  const { data: state, error, refetch } = useAppState();
  if (error && !state) return <Broken error={error} again={() => void refetch()} />;
  if (!state) return null;
  const { file, holder, problem } = state;
  if (file) {
    return (
      <>
        <Shell key={file.path} file={file} />
        <Data />
      </>
    );
  }
  if (holder || problem?.code === 'locked') return <LockedScreen state={state} />;
  if (problem) return <ProblemScreen state={state} problem={problem} />;
  return <Start />;
}

/** While there is no file. */
function Start() {
  const recent = useRecent();
  const lang = useLang();
  return (
    <FirstRun
      recent={recent}
      askPlace={(value, onChange) => <NameField value={value} onChange={onChange} focus />}
      onCreate={(place, person) => createFile(newFile(place, person, lang))}
      onOpen={() => void openOther()}
      onRecent={({ path }) => void openRecent(path)}
    />
  );
}

/** The last step of the first run, over the file that was just made. */
function Data() {
  const { over, files } = useWaiting();
  useEffect(() => {
    // A file that was dropped or chosen answers the question.
    if (files.length > 0) endFirstRun();
  }, [files]);
  return <FirstData over={over} onChoose={() => void chooseForImport()} />;
}
