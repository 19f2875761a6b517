package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"dealbox/app"
)

// A promise that nobody settles would hang the page, so every method that a shell can call
// begins by guarding against panics.
func TestEveryServiceMethodGuardsAgainstPanics(t *testing.T) {
	guarded := guardedMethods(t)
	for _, s := range app.Services(app.NewHost(app.Options{ConfigDir: t.TempDir(), CacheDir: t.TempDir()})) {
		v := reflect.TypeOf(s)
		for i := range v.NumMethod() {
			if name := v.Elem().Name() + "." + v.Method(i).Name; !guarded[name] {
				t.Errorf("%s does not begin with defer guard(&err)", name)
			}
		}
	}
}

// guardedMethods finds the methods whose first statement is that guard, on their own error.
func guardedMethods(t *testing.T) map[string]bool {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			if m, ok := d.(*ast.FuncDecl); ok && m.Recv != nil && guards(m) {
				found[receiver(m)+"."+m.Name.Name] = true
			}
		}
	}
	return found
}

func receiver(m *ast.FuncDecl) string {
	star, ok := m.Recv.List[0].Type.(*ast.StarExpr)
	if !ok {
		return ""
	}
	name, _ := star.X.(*ast.Ident)
	return name.Name
}

func guards(m *ast.FuncDecl) bool {
	if m.Type.Results == nil || len(m.Body.List) == 0 {
		return false
	}
	d, ok := m.Body.List[0].(*ast.DeferStmt)
	if !ok || len(d.Call.Args) != 1 {
		return false
	}
	call, _ := d.Call.Fun.(*ast.Ident)
	address, _ := d.Call.Args[0].(*ast.UnaryExpr)
	if call == nil || call.Name != "guard" || address == nil || address.Op != token.AND {
		return false
	}
	last := m.Type.Results.List[len(m.Type.Results.List)-1]
	to, _ := address.X.(*ast.Ident)
	return to != nil && len(last.Names) == 1 && last.Names[0].Name == to.Name
}

// Wails and the HTTP server can call methods of at most one result and an error.
func TestServiceMethodsGiveOneResultAndAnError(t *testing.T) {
	failure := reflect.TypeFor[error]()
	for _, s := range app.Services(app.NewHost(app.Options{ConfigDir: t.TempDir(), CacheDir: t.TempDir()})) {
		v := reflect.TypeOf(s)
		for i := range v.NumMethod() {
			m := v.Method(i)
			n := m.Type.NumOut()
			if n == 0 || n > 2 || m.Type.Out(n-1) != failure || strings.Contains(m.Type.String(), "context.") {
				t.Errorf("%s.%s has the type %v", v.Elem().Name(), m.Name, m.Type)
			}
		}
	}
}
