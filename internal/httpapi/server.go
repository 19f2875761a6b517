package httpapi

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"
)

// Options say what to serve.
type Options struct {
	Address  string       // "127.0.0.1:0" for a free port; another host than loopback is refused
	Site     http.Handler // the front end
	Services []any
	Format   func(error) string
	Uploads  Uploads
}

// Server is the program in a browser.
type Server struct {
	http   *http.Server
	listen net.Listener
	token  string
	events *events
}

// cookie carries the token: an EventSource cannot set a header.
const cookie = "dealbox"

// New listens. Link gives the address to open; Serve answers until the context ends.
func New(o Options) (*Server, error) {
	calls, err := newCaller(o.Services, o.Format)
	if err != nil {
		return nil, err
	}
	listen, err := net.Listen("tcp", o.Address)
	if err != nil {
		return nil, fmt.Errorf("listen: %w", err)
	}
	if tcp, ok := listen.Addr().(*net.TCPAddr); !ok || !tcp.IP.IsLoopback() {
		return nil, errors.Join(fmt.Errorf("serve on %s: only the loopback address is served", o.Address), listen.Close())
	}
	var secret [16]byte
	if _, err := rand.Read(secret[:]); err != nil {
		return nil, fmt.Errorf("make a token: %w", err)
	}
	s := &Server{listen: listen, token: hex.EncodeToString(secret[:]), events: newEvents()}
	mux := http.NewServeMux()
	mux.Handle("POST /api/", calls)
	mux.Handle("GET /events", s.events)
	mux.Handle("POST /upload", &uploads{o.Uploads})
	mux.Handle("GET /", o.Site)
	s.http = &http.Server{Handler: s.guarded(mux), ReadHeaderTimeout: 10 * time.Second}
	return s, nil
}

// Link is what to open in a browser.
func (s *Server) Link() string {
	return fmt.Sprintf("http://%s/?token=%s", s.listen.Addr(), s.token)
}

// Emit tells every open page of an event.
func (s *Server) Emit(name string, data any) { s.events.emit(name, data) }

// Serve answers until the context ends.
func (s *Server) Serve(ctx context.Context) error {
	go func() {
		<-ctx.Done()
		s.events.close()
		end, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		if s.http.Shutdown(end) != nil {
			_ = s.http.Close()
		}
	}()
	if err := s.http.Serve(s.listen); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return nil
}

// guarded lets through what comes from our own page with the token, and nothing else: a
// page of another origin can reach the loopback address too.
func (s *Server) guarded(next http.Handler) http.Handler {
	host := s.listen.Addr().String()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Host != host {
			http.Error(w, "unknown host", http.StatusForbidden)
			return
		}
		if o := r.Header.Get("Origin"); o != "" && o != "http://"+host {
			http.Error(w, "unknown origin", http.StatusForbidden)
			return
		}
		if token := r.URL.Query().Get("token"); token != "" && s.right(token) {
			http.SetCookie(w, &http.Cookie{Name: cookie, Value: s.token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
			http.Redirect(w, r, "/", http.StatusSeeOther)
			return
		}
		c, err := r.Cookie(cookie)
		if err != nil || !s.right(c.Value) {
			http.Error(w, "open the link that Dealbox printed", http.StatusUnauthorized)
			return
		}
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Referrer-Policy", "no-referrer")
		next.ServeHTTP(w, r)
	})
}

func (s *Server) right(token string) bool {
	return subtle.ConstantTimeCompare([]byte(token), []byte(s.token)) == 1
}
