export namespace app {
	
	export interface Licence {
	    name: string;
	    version: string;
	    licence: string;
	    text: string;
	}
	export interface About {
	    version: string;
	    go: string;
	    system: string;
	    licences: Licence[];
	}
	export interface BaseUse {
	    amounts: number;
	    rates: number;
	    fixed: number;
	}
	export interface Sum {
	    amount: string;
	    currency: string;
	    count: number;
	    missing: number;
	}
	export interface StageInfo {
	    id: string;
	    pipeline: string;
	    name: i18n.Text;
	    meaning: string;
	    hold: boolean;
	    probability: string;
	    color: string;
	    icon: string;
	    stalledAfter: number;
	    criteria: string[];
	    position: number;
	}
	export interface BoardColumn {
	    stage: StageInfo;
	    count: number;
	    sum: Sum;
	    weighted: Sum;
	}
	export interface PipelineInfo {
	    id: string;
	    name: i18n.Text;
	    stages: StageInfo[];
	}
	export interface BoardInfo {
	    token: string;
	    pipeline: PipelineInfo;
	    columns: BoardColumn[];
	    count: number;
	    sum: Sum;
	    weighted: Sum;
	}
	export interface SortKey {
	    field: string;
	    desc: boolean;
	}
	export interface BoardQuery {
	    pipeline: string;
	    where?: query.Cond;
	    text: string;
	    sort: SortKey[];
	}
	export interface Card {
	    id: string;
	    type: string;
	    title: string;
	    values: Record<string, any>;
	    seq: string;
	    deleted?: boolean;
	    ageDays: number;
	}
	export interface CardPage {
	    cards: Card[];
	}
	export interface ChangeRef {
	    id: string;
	    label: i18n.Text;
	}
	export interface Ref {
	    id: string;
	    type: string;
	    title: string;
	}
	export interface Conflict {
	    record: Ref;
	    field: string;
	    label: i18n.Text;
	}
	export interface Failure {
	    code: string;
	    key: string;
	    message: string;
	    field?: string;
	    fields?: string[];
	    detail?: string;
	}
	export interface FieldChange {
	    field: string;
	    label: i18n.Text;
	    before: string;
	    after: string;
	}
	export interface OptionInfo {
	    num: number;
	    key: string;
	    label: i18n.Text;
	    color: string;
	    retired: boolean;
	}
	export interface FieldInfo {
	    key: string;
	    kind: string;
	    label: i18n.Text;
	    help: i18n.Text;
	    section: i18n.Text;
	    required: boolean;
	    unique: boolean;
	    tracked: boolean;
	    listed: boolean;
	    readOnly: boolean;
	    quick: boolean;
	    own: boolean;
	    retired: boolean;
	    options: OptionInfo[];
	    target: string;
	    prefix: string;
	    plain: boolean;
	}
	export interface FileInfo {
	    path: string;
	    name: string;
	    size: number;
	    readOnly: boolean;
	    me: Ref;
	    base: string;
	    zone: string;
	    sample: number;
	    counts: Record<string, number>;
	    notes: string[];
	}
	export interface GroupRow {
	    key: string;
	    label: string;
	    count: number;
	    open: boolean;
	    sums: Record<string, Sum>;
	}
	export interface Holder {
	    user: string;
	    host: string;
	    program: string;
	    pid: number;
	    since: string;
	}
	export interface ImportMap {
	    text: string;
	    count: number;
	    to: string;
	}
	export interface ImportColumn {
	    index: number;
	    name: string;
	    samples: string[];
	    target: string;
	    newKind: string;
	    confidence: number;
	    how: i18n.Text;
	    dateOrder: string;
	    decimalComma: boolean;
	    factor: number;
	    createMissing: boolean;
	    overwrite: boolean;
	    plain: boolean;
	    values: ImportMap[];
	    blank: string[];
	}
	export interface ImportCounts {
	    created: number;
	    updated: number;
	    merged: number;
	    skipped: number;
	    rejected: number;
	    linked: number;
	    criteria: number;
	    reasons: number;
	}
	export interface PreviewCell {
	    text: string;
	    shown: string;
	    error: string;
	    note: string;
	}
	export interface PreviewRow {
	    row: number;
	    cells: PreviewCell[];
	    result: string;
	    changes: number;
	    match?: Ref;
	    message: string;
	    existing?: string[];
	}
	export interface ImportTemplate {
	    id: string;
	    name: string;
	    type: string;
	}
	export interface ImportDraft {
	    id: string;
	    name: string;
	    kind: string;
	    encoding: string;
	    delimiter: string;
	    encodings: string[];
	    sheets: string[];
	    sheet: string;
	    headerRow: number;
	    rows: number;
	    type: string;
	    types: string[];
	    template: string;
	    templates: ImportTemplate[];
	    columns: ImportColumn[];
	    onDuplicate: string;
	    matchBy: string[];
	    titleFrom: string;
	    preview: PreviewRow[];
	    counts: ImportCounts;
	    counted: number;
	    warnings: string[];
	    needsReason: number;
	    lostReason: string;
	}
	export interface ImportError {
	    row: number;
	    column: string;
	    message: string;
	}
	export interface ImportSource {
	    path: string;
	    upload: string;
	    text: string;
	}
	export interface ImportInput {
	    draft: string;
	    source: ImportSource;
	    type: string;
	    encoding: string;
	    delimiter: string;
	    sheet: string;
	    headerRow: number;
	    template: string;
	    columns: ImportColumn[];
	    onDuplicate: string;
	    perRow: Record<string, string>;
	    lostReason: string;
	}
	
	export interface ImportReport {
	    id: string;
	    name: string;
	    type: string;
	    at: string;
	    by: Ref;
	    counts: ImportCounts;
	    errors: ImportError[];
	    notes?: ImportError[];
	    rejects: number;
	    undone: boolean;
	    undoable: boolean;
	    edited: Ref[];
	}
	
	
	export interface Job {
	    id: string;
	    kind: string;
	    label: i18n.Text;
	    state: string;
	    done: number;
	    total: number;
	    unit: string;
	    counts: ImportCounts;
	    error?: Failure;
	    result: string;
	}
	
	export interface ListInfo {
	    token: string;
	    total: number;
	    count: number;
	    sums: Record<string, Sum>;
	}
	export interface ListRow {
	    id: string;
	    type: string;
	    title: string;
	    values: Record<string, any>;
	    seq: string;
	    deleted?: boolean;
	    changed?: boolean;
	    group?: GroupRow;
	}
	export interface ListPage {
	    rows: ListRow[];
	}
	export interface ListQuery {
	    type: string;
	    where?: query.Cond;
	    text: string;
	    sort: SortKey[];
	    group: string;
	    open: string[];
	    sums: string[];
	}
	
	export interface NewFile {
	    path: string;
	    name: string;
	    language: string;
	    person: string;
	    currency: string;
	    zone: string;
	}
	
	export interface ParseInput {
	    type: string;
	    field: string;
	    text: string;
	}
	export interface ParseResult {
	    value: any;
	    shown: string;
	}
	
	export interface Preferences {
	    language: string;
	    theme: string;
	    density: string;
	    sidebar: number;
	    letters: boolean;
	}
	
	
	export interface RecentFile {
	    path: string;
	    name: string;
	    opened: string;
	    missing: boolean;
	}
	
	export interface Row {
	    id: string;
	    type: string;
	    title: string;
	    values: Record<string, any>;
	    seq: string;
	    deleted?: boolean;
	}
	export interface Relation {
	    type: string;
	    field: string;
	    label: i18n.Text;
	}
	export interface RelatedList {
	    relation: Relation;
	    count: number;
	    rows: Row[];
	}
	
	
	export interface SaveInput {
	    type: string;
	    id: string;
	    values: Record<string, any>;
	    children?: SaveInput[];
	    reason?: string;
	}
	export interface SaveResult {
	    row: Row;
	    change: ChangeRef;
	}
	export interface Setup {
	    base: string;
	    zone: string;
	    name: string;
	}
	
	export interface Stack {
	    undo: ChangeRef;
	    redo: ChangeRef;
	}
	
	export interface State {
	    version: string;
	    shell: string;
	    system: string;
	    language: string;
	    chosen: boolean;
	    file?: FileInfo;
	    problem?: Failure;
	    holder?: Holder;
	    asked: string;
	    folder: string;
	}
	export interface SuggestInput {
	    type: string;
	    text: string;
	    limit: number;
	    all: boolean;
	}
	
	export interface TickedInput {
	    token: string;
	    all: boolean;
	    ids: string[];
	    fields: string[];
	}
	export interface TickedText {
	    text: string;
	    rows: number;
	    left: number;
	}
	export interface TimelineEntry {
	    id: string;
	    at: string;
	    actor: Ref;
	    kind: string;
	    source: string;
	    row?: Row;
	    changes: FieldChange[];
	    change: ChangeRef;
	    planned?: boolean;
	}
	export interface TypeInfo {
	    key: string;
	    label: i18n.Text;
	    plural: i18n.Text;
	    icon: string;
	    title: string;
	    parent: string;
	    nav: boolean;
	    setup: boolean;
	    fields: FieldInfo[];
	    relations: Relation[];
	}
	export interface UndoResult {
	    label: i18n.Text;
	    change: ChangeRef;
	    done: number;
	    conflicts: Conflict[];
	}
	export interface ViewColumn {
	    field: string;
	    width: number;
	    pinned: boolean;
	}
	export interface View {
	    id: string;
	    type: string;
	    name: string;
	    mode: string;
	    where?: query.Cond;
	    sort: SortKey[];
	    group: string;
	    columns: ViewColumn[];
	    density: string;
	    pipeline: string;
	    position: number;
	}

}

export namespace i18n {
	
	export interface Text {
	    en: string;
	    zh: string;
	}

}

export namespace query {
	
	export interface Cond {
	    op: string;
	    field?: string;
	    value?: any;
	    conds?: Cond[];
	}

}

