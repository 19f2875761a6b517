# Dealbox: what there is to do. The first two are all that most people need.
.PHONY: run test deps lint bindings frontend build windows darwin package bench e2e window-test gallery

run:         ; @sh build/run.sh
test:        ; @bash build/test.sh
deps:        ; @sh build/deps.sh window test npm
lint:        ; @bash build/test.sh format vet staticcheck layers types biome
bindings:    ; @sh build/bindings.sh write
frontend:    ; @sh build/deps.sh npm && cd frontend && npx --no-install vite build
build:       frontend ; @sh build/deps.sh window && go build -trimpath -tags desktop,production,webkit2_41 -ldflags "-s -w" -o dealbox .
windows:     frontend ; @sh build/windows.sh amd64
darwin:      frontend ; @sh build/darwin.sh
package:     frontend ; @sh build/package.sh
bench:       ; go run ./internal/bench $(ARGS)
e2e:         ; @bash build/test.sh frontend journeys
window-test: ; @bash build/test.sh frontend window
gallery:     frontend ; node frontend/e2e/run.mjs --suite gallery
