package httpapi

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"testing"
)

// Desk is a service.
type Desk struct{ kept string }

// Sum adds.
func (*Desk) Sum(a, b int) (int, error) { return a + b, nil }

// Fail fails.
func (*Desk) Fail() error { return errors.New("refused") }

// Panic panics.
func (*Desk) Panic() (string, error) { panic("a defect") }

// Note takes a struct.
func (d *Desk) Note(in struct{ Text string }) error { d.kept = in.Text; return nil }

// Upload keeps a file.
func (d *Desk) Upload(name string, content io.Reader) (string, error) {
	b, err := io.ReadAll(content)
	d.kept = name + ":" + string(b)
	return "upload-1", err
}

func format(err error) string {
	b, e := json.Marshal(map[string]string{"code": "failed", "message": err.Error()})
	if e != nil {
		return e.Error()
	}
	return string(b)
}

// visitor is a server with a page that has opened its link.
type visitor struct {
	*testing.T
	server *Server
	desk   *Desk
	http.Client
	base string
}

func serve(t *testing.T) *visitor {
	t.Helper()
	v := &visitor{T: t, desk: &Desk{}}
	page := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "the page") })
	s, err := New(Options{Address: "127.0.0.1:0", Site: page, Services: []any{v.desk}, Format: format, Uploads: v.desk})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("serve: %v", err)
		}
	})
	v.server = s
	v.base = strings.Split(s.Link(), "/?")[0]
	if v.Jar, err = cookiejar.New(nil); err != nil {
		t.Fatal(err)
	}
	return v
}

// enter opens the link, as a browser does.
func (v *visitor) enter() *visitor {
	v.Helper()
	if status, body := v.do(v.request(http.MethodGet, "/?"+strings.Split(v.server.Link(), "/?")[1], "")); status != 200 || body != "the page" {
		v.Fatalf("the link gives %d %s", status, body)
	}
	return v
}

func (v *visitor) request(method, path, body string) *http.Request {
	v.Helper()
	r, err := http.NewRequestWithContext(v.Context(), method, v.base+path, strings.NewReader(body))
	if err != nil {
		v.Fatal(err)
	}
	return r
}

func (v *visitor) do(r *http.Request) (status int, body string) {
	v.Helper()
	answer, err := v.Do(r)
	if err != nil {
		v.Fatal(err)
	}
	b, err := io.ReadAll(answer.Body)
	if err := errors.Join(err, answer.Body.Close()); err != nil {
		v.Fatal(err)
	}
	return answer.StatusCode, strings.TrimSpace(string(b))
}

func TestCallsAreAnswered(t *testing.T) {
	v := serve(t).enter()
	for name, c := range map[string]struct {
		path, body string
		status     int
		answer     string
	}{
		"result":               {"/api/Desk/Sum", "[2, 3]", 200, "5"},
		"nothing":              {"/api/Desk/Note", `[{"Text": "hi"}]`, 200, "null"},
		"failure":              {"/api/Desk/Fail", "[]", 422, `{"code":"failed","message":"refused"}`},
		"panic":                {"/api/Desk/Panic", "[]", 422, `{"code":"failed","message":"panic: a defect"}`},
		"too few arguments":    {"/api/Desk/Sum", "[2]", 400, `{"code":"invalid"}`},
		"too many arguments":   {"/api/Desk/Fail", "[1]", 400, `{"code":"invalid"}`},
		"another kind":         {"/api/Desk/Sum", `["two", 3]`, 400, `{"code":"invalid"}`},
		"no list":              {"/api/Desk/Sum", `{"a": 2}`, 400, `{"code":"invalid"}`},
		"no JSON":              {"/api/Desk/Sum", "two", 400, `{"code":"invalid"}`},
		"unknown method":       {"/api/Desk/Divide", "[]", 404, `{"code":"not_found"}`},
		"unknown service":      {"/api/Nobody/Sum", "[]", 404, `{"code":"not_found"}`},
		"more than one may be": {"/api/Desk/Note", `[{"Text": "` + strings.Repeat("x", maxBody) + `"}]`, 400, `{"code":"invalid"}`},
	} {
		t.Run(name, func(t *testing.T) {
			status, answer := v.do(v.request(http.MethodPost, c.path, c.body))
			if status != c.status || answer != c.answer {
				t.Errorf("got %d %s, want %d %s", status, answer, c.status, c.answer)
			}
		})
	}
	if v.desk.kept != "hi" {
		t.Errorf("the struct arrived as %q", v.desk.kept)
	}
}

func TestStrangersAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		change func(r *http.Request)
		inside bool // has opened the link
		status int
	}{
		"without the token":   {func(*http.Request) {}, false, 401},
		"with another token":  {func(r *http.Request) { r.URL.RawQuery = "token=0123456789abcdef" }, false, 401},
		"with another cookie": {func(r *http.Request) { r.AddCookie(&http.Cookie{Name: cookie, Value: "guess"}) }, false, 401},
		"for another host":    {func(r *http.Request) { r.Host = "evil.example" }, true, 403},
		"from another page":   {func(r *http.Request) { r.Header.Set("Origin", "http://evil.example") }, true, 403},
		"from no page":        {func(r *http.Request) { r.Header.Set("Origin", "null") }, true, 403},
	} {
		t.Run(name, func(t *testing.T) {
			v := serve(t)
			if c.inside {
				v.enter()
			}
			for _, path := range []string{"/api/Desk/Sum", "/upload", "/events", "/"} {
				r := v.request(http.MethodPost, path, "[2, 3]")
				c.change(r)
				if status, answer := v.do(r); status != c.status {
					t.Errorf("%s gives %d %s, want %d", path, status, answer, c.status)
				}
			}
		})
	}
}

func TestOwnPageIsLetThrough(t *testing.T) {
	v := serve(t).enter()
	r := v.request(http.MethodPost, "/api/Desk/Sum", "[2, 3]")
	r.Header.Set("Origin", v.base)
	if status, answer := v.do(r); status != 200 || answer != "5" {
		t.Errorf("got %d %s", status, answer)
	}
	if _, body := v.do(v.request(http.MethodGet, "/api/Desk/Sum", "[2, 3]")); body != "the page" {
		t.Errorf("a GET called a method: %s", body)
	}
}

func TestCookieIsOutOfReachOfScriptsAndOtherSites(t *testing.T) {
	v := serve(t)
	v.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	answer, err := v.Get(v.server.Link())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	set := answer.Header.Get("Set-Cookie")
	if !strings.Contains(set, "HttpOnly") || !strings.Contains(set, "SameSite=Strict") {
		t.Errorf("the cookie is %q", set)
	}
	if to := answer.Header.Get("Location"); to != "/" {
		t.Errorf("the token stays in the address: %q", to)
	}
}

func TestEventsReachEveryPage(t *testing.T) {
	v := serve(t).enter()
	var pages []*bufio.Scanner
	for range 2 {
		answer, err := v.Do(v.request(http.MethodGet, "/events", ""))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = answer.Body.Close() })
		if kind := answer.Header.Get("Content-Type"); kind != "text/event-stream" {
			t.Fatalf("the stream is %q", kind)
		}
		lines := bufio.NewScanner(answer.Body)
		lines.Scan() // the greeting: the page is known by now
		pages = append(pages, lines)
	}
	v.server.Emit("changed", map[string]int{"seq": 7})
	for i, lines := range pages {
		line := ""
		for line == "" && lines.Scan() {
			line = lines.Text()
		}
		if line != `data: {"data":{"seq":7},"name":"changed"}` {
			t.Errorf("page %d got %q, %v", i, line, lines.Err())
		}
	}
}

func TestPageThatDoesNotReadIsCutOff(t *testing.T) {
	e := newEvents()
	page := make(chan []byte, backlog)
	e.pages[page] = true
	for range backlog + 1 {
		e.emit("changed", nil)
	}
	n := 0
	for range page {
		n++
	}
	if n != backlog || len(e.pages) != 0 {
		t.Errorf("%d events, %d pages left", n, len(e.pages))
	}
}

func TestUploadArrivesWhole(t *testing.T) {
	v := serve(t).enter()
	var b strings.Builder
	form := multipart.NewWriter(&b)
	if err := form.WriteField("other", "x"); err != nil {
		t.Fatal(err)
	}
	part, err := form.CreateFormFile("file", "客户 表.csv")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(part, "a,b\n"); err != nil {
		t.Fatal(err)
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	r := v.request(http.MethodPost, "/upload", b.String())
	r.Header.Set("Content-Type", form.FormDataContentType())
	status, answer := v.do(r)
	if status != 200 || answer != `{"id":"upload-1","name":"客户 表.csv"}` || v.desk.kept != "客户 表.csv:a,b\n" {
		t.Errorf("got %d %s, kept %q", status, answer, v.desk.kept)
	}
	for _, bad := range []string{"no form", "--x--"} {
		r := v.request(http.MethodPost, "/upload", bad)
		r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
		if status, answer := v.do(r); status != 400 || answer != `{"code":"invalid"}` {
			t.Errorf("%q gives %d %s", bad, status, answer)
		}
	}
}

func TestOnlyTheLoopbackIsServed(t *testing.T) {
	for _, address := range []string{"0.0.0.0:0", ":0"} {
		s, err := New(Options{Address: address})
		if err == nil {
			t.Errorf("%s is served as %s", address, s.Link())
		}
	}
	if _, err := New(Options{Address: "127.0.0.1:0", Services: []any{&Desk{}, &Desk{}}}); err == nil {
		t.Error("two services of one name are served")
	}
}

func TestTokenIsNewAtEachStart(t *testing.T) {
	a, b := serve(t).server.Link(), serve(t).server.Link()
	one, err := url.Parse(a)
	if err != nil {
		t.Fatal(err)
	}
	two, err := url.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	if k := one.Query().Get("token"); len(k) < 32 || k == two.Query().Get("token") {
		t.Errorf("tokens %q and %q", k, two.Query().Get("token"))
	}
}
