import * as Board from '@wails/go/app/Board';
import * as Files from '@wails/go/app/Files';
import * as Import from '@wails/go/app/Import';
import * as Jobs from '@wails/go/app/Jobs';
import * as Lists from '@wails/go/app/Lists';
import * as Records from '@wails/go/app/Records';
import * as Schema from '@wails/go/app/Schema';
import * as Settings from '@wails/go/app/Settings';
import * as Views from '@wails/go/app/Views';
import { call } from './call';

/**
 * What the core can do, by service. Methods, arguments and results are those of the Go
 * package app; every failure is a Failed.
 */
export const api = {
  files: {
    state: call(Files.State),
    create: call(Files.Create),
    open: call(Files.Open),
    openCopy: call(Files.OpenCopy),
    close: call(Files.Close),
    recent: call(Files.Recent),
    forget: call(Files.Forget),
    saveCopy: call(Files.SaveCopy),
    move: call(Files.Move),
    reveal: call(Files.Reveal),
    pickOpen: call(Files.PickOpen),
    pickSave: call(Files.PickSave),
    openURL: call(Files.OpenURL),
    loadSample: call(Files.LoadSample),
    removeSample: call(Files.RemoveSample),
  },
  schema: {
    types: call(Schema.Types),
    saveField: call(Schema.SaveField),
    retireField: call(Schema.RetireField),
    saveOptions: call(Schema.SaveOptions),
  },
  records: {
    get: call(Records.Get),
    blank: call(Records.Blank),
    save: call(Records.Save),
    saveMany: call(Records.SaveMany),
    delete: call(Records.Delete),
    undo: call(Records.Undo),
    redo: call(Records.Redo),
    undoChange: call(Records.UndoChange),
    stack: call(Records.Stack),
    parse: call(Records.Parse),
    suggest: call(Records.Suggest),
    timeline: call(Records.Timeline),
    related: call(Records.Related),
  },
  lists: {
    open: call(Lists.Open),
    rows: call(Lists.Rows),
    ids: call(Lists.IDs),
    text: call(Lists.Text),
    ticked: call(Lists.Ticked),
    position: call(Lists.Position),
    close: call(Lists.Close),
  },
  board: {
    pipelines: call(Board.Pipelines),
    open: call(Board.Open),
    cards: call(Board.Cards),
  },
  views: {
    list: call(Views.List),
    save: call(Views.Save),
    delete: call(Views.Delete),
  },
  import: {
    draft: call(Import.Draft),
    start: call(Import.Start),
    discard: call(Import.Discard),
    list: call(Import.List),
    report: call(Import.Report),
    saveRejects: call(Import.SaveRejects),
    undo: call(Import.Undo),
    deleteTemplate: call(Import.DeleteTemplate),
  },
  jobs: {
    get: call(Jobs.Get),
    cancel: call(Jobs.Cancel),
  },
  settings: {
    preferences: call(Settings.Preferences),
    savePreferences: call(Settings.SavePreferences),
    setup: call(Settings.Setup),
    baseUse: call(Settings.BaseUse),
    saveSetup: call(Settings.SaveSetup),
    beMember: call(Settings.BeMember),
    about: call(Settings.About),
  },
};
