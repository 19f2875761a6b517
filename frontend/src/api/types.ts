import type { app, i18n } from '@wails/go/models';

type IsAny<T> = 0 extends 1 & T ? true : false;

/** A generated type whose "any" is unknown instead: what comes from outside is looked at first. */
export type Strict<T> =
  IsAny<T> extends true
    ? unknown
    : T extends (infer Item)[]
      ? Strict<Item>[]
      : T extends object
        ? { [K in keyof T]: Strict<T[K]> }
        : T;

export type About = app.About;
export type BoardColumn = app.BoardColumn;
export type BoardInfo = app.BoardInfo;
export type BoardQuery = app.BoardQuery;
export type Card = Strict<app.Card>;
export type CardPage = Strict<app.CardPage>;
export type ChangeRef = app.ChangeRef;
/** A condition of lists, views and the board. */
export interface Cond {
  op: string;
  field?: string;
  value?: unknown;
  conds?: Cond[];
}
export type Conflict = app.Conflict;
export type Failure = app.Failure;
export type FieldChange = app.FieldChange;
export type FieldInfo = app.FieldInfo;
export type FileInfo = app.FileInfo;
export type GroupRow = app.GroupRow;
export type Holder = app.Holder;
export type ImportColumn = app.ImportColumn;
export type ImportCounts = app.ImportCounts;
export type ImportDraft = app.ImportDraft;
export type ImportError = app.ImportError;
export type ImportInput = app.ImportInput;
export type ImportMap = app.ImportMap;
export type ImportReport = app.ImportReport;
export type ImportSource = app.ImportSource;
export type ImportTemplate = app.ImportTemplate;
export type Job = app.Job;
export type Licence = app.Licence;
export type ListInfo = app.ListInfo;
export type ListPage = Strict<app.ListPage>;
export type ListQuery = app.ListQuery;
export type ListRow = Strict<app.ListRow>;
export type NewFile = app.NewFile;
export type OptionInfo = app.OptionInfo;
export type ParseInput = app.ParseInput;
export type ParseResult = Strict<app.ParseResult>;
export type PipelineInfo = app.PipelineInfo;
export type Preferences = app.Preferences;
export type PreviewCell = app.PreviewCell;
export type PreviewRow = app.PreviewRow;
export type RecentFile = app.RecentFile;
export type Ref = app.Ref;
export type RelatedList = Strict<app.RelatedList>;
export type Relation = app.Relation;
export type Row = Strict<app.Row>;
/** What to save; see app.SaveInput. */
export interface SaveInput {
  type: string;
  id: string;
  values: Record<string, unknown>;
  children?: SaveInput[];
  reason?: string;
}
export type SaveResult = Strict<app.SaveResult>;
export type Setup = app.Setup;
export type BaseUse = app.BaseUse;
export type TickedText = app.TickedText;
export type SortKey = app.SortKey;
export type Stack = app.Stack;
export type StageInfo = app.StageInfo;
export type State = app.State;
export type Sum = app.Sum;
export type Text = i18n.Text;
export type TimelineEntry = Strict<app.TimelineEntry>;
export type TypeInfo = app.TypeInfo;
export type UndoResult = app.UndoResult;
export type View = app.View;
export type ViewColumn = app.ViewColumn;
