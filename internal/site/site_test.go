package site_test

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"dealbox/internal/site"
)

func page(t *testing.T, dist fs.FS) string {
	t.Helper()
	body, err := fs.ReadFile(site.Files(dist), "index.html")
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func TestFilesGivesTheBuiltPage(t *testing.T) {
	dist := fstest.MapFS{"frontend/dist/index.html": {Data: []byte("built")}}
	if got := page(t, dist); got != "built" {
		t.Errorf("index.html is %q", got)
	}
}

func TestFilesSaysInBothLanguagesThatNothingIsBuilt(t *testing.T) {
	got := page(t, fstest.MapFS{"frontend/dist/.gitkeep": {}})
	for _, words := range []string{"界面还没有构建", "front end is not built"} {
		if !strings.Contains(got, words) {
			t.Errorf("the page lacks %q", words)
		}
	}
}

func TestHeadersForbidWhatComesFromOutside(t *testing.T) {
	answer := httptest.NewRecorder()
	site.Headers(http.NotFoundHandler()).ServeHTTP(answer, httptest.NewRequest("GET", "/", nil))
	if got := answer.Header().Get("Content-Security-Policy"); got != site.Policy {
		t.Errorf("policy is %q", got)
	}
	if got := answer.Header().Get("Cache-Control"); got != "no-store" {
		t.Errorf("cache control is %q", got)
	}
}
