package app

type Import struct{ h *Host }

type drafts struct{}

func (d *drafts) discardAll() {}

func (i *Import) Draft(in ImportInput) (ImportDraft, error)            { return ImportDraft{}, ErrNoFile.Err() }
func (i *Import) Start(draft string, saveTemplate string) (Job, error) { return Job{}, ErrNoFile.Err() }
func (i *Import) Discard(draft string) error                           { return nil }
func (i *Import) List() ([]ImportReport, error)                        { return []ImportReport{}, nil }
func (i *Import) Report(id string) (ImportReport, error)               { return ImportReport{}, ErrNoFile.Err() }
func (i *Import) SaveRejects(id, path string) (string, error)          { return "", nil }
func (i *Import) Undo(id string, records []string) (ImportUndo, error) { return ImportUndo{}, nil }
func (i *Import) DeleteTemplate(id string) error                       { return nil }
