// Package httpapi serves the services of app over HTTP: the same calls that the window
// binds, by reflection, so that there is no second surface to keep. It listens on the
// loopback address only and asks for a token that is new at each start.
package httpapi

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"reflect"
	"runtime/debug"
	"strings"
)

// maxBody bounds the arguments of a call, in bytes.
const maxBody = 8 << 20

// caller finds and calls service methods by "Service/Method".
type caller struct {
	methods map[string]reflect.Value
	format  func(error) string
}

func newCaller(services []any, format func(error) string) (*caller, error) {
	c := &caller{methods: map[string]reflect.Value{}, format: format}
	for _, s := range services {
		v := reflect.ValueOf(s)
		name := v.Elem().Type().Name()
		for i := range v.NumMethod() {
			key := name + "/" + v.Type().Method(i).Name
			if _, twice := c.methods[key]; twice {
				return nil, fmt.Errorf("serve: %s is there twice", key)
			}
			c.methods[key] = v.Method(i)
		}
	}
	return c, nil
}

// ServeHTTP answers POST /api/Service/Method with a JSON list of arguments: 200 with the
// result, 422 with a failure, 400 or 404 for a call that does not fit.
func (c *caller) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	m, ok := c.methods[strings.TrimPrefix(r.URL.Path, "/api/")]
	if !ok || r.Method != http.MethodPost {
		http.Error(w, `{"code":"not_found"}`, http.StatusNotFound)
		return
	}
	in, err := arguments(m.Type(), http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		slog.Warn("call with bad arguments", "path", r.URL.Path, "error", err)
		http.Error(w, `{"code":"invalid"}`, http.StatusBadRequest)
		return
	}
	out, err := call(m, in)
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	if err != nil {
		w.WriteHeader(http.StatusUnprocessableEntity)
		_, _ = w.Write([]byte(c.format(err)))
		return
	}
	if err := json.NewEncoder(w).Encode(out); err != nil {
		slog.Warn("write answer", "path", r.URL.Path, "error", err)
	}
}

func arguments(t reflect.Type, body interface{ Read([]byte) (int, error) }) ([]reflect.Value, error) {
	var raw []json.RawMessage
	if err := json.NewDecoder(body).Decode(&raw); err != nil {
		return nil, err
	}
	if len(raw) != t.NumIn() {
		return nil, fmt.Errorf("%d arguments for %d", len(raw), t.NumIn())
	}
	in := make([]reflect.Value, len(raw))
	for i := range raw {
		p := reflect.New(t.In(i))
		if err := json.Unmarshal(raw[i], p.Interface()); err != nil {
			return nil, fmt.Errorf("argument %d: %w", i, err)
		}
		in[i] = p.Elem()
	}
	return in, nil
}

// call calls a method of at most one result and an error. A panic becomes an error.
func call(m reflect.Value, in []reflect.Value) (out any, err error) {
	defer func() {
		if r := recover(); r != nil {
			slog.Error("panic in a call", "panic", r, "stack", string(debug.Stack()))
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	results := m.Call(in)
	if e, ok := results[len(results)-1].Interface().(error); ok && e != nil {
		return nil, e
	}
	if len(results) > 1 {
		return results[0].Interface(), nil
	}
	return nil, nil
}
