//go:build desktop || bindings

package desktop

import (
	"net/url"
	"slices"
	"strings"

	"dealbox/internal/fault"
	"dealbox/internal/i18n"
)

// ErrLink refuses an address that may start something other than a browser, a mail
// program or a telephone.
var ErrLink = fault.New(fault.Invalid, "link.refused", i18n.T(
	"This address cannot be opened: {address}", "无法打开这个地址：{address}"))

// outside lists what a link in a record may lead to.
var outside = []string{"http", "https", "mailto", "tel"}

// escapes are characters that an address may hold and that the toolkit refuses without a
// word, since it hands the address to a shell on some systems.
var escapes = strings.NewReplacer("(", "%28", ")", "%29", "[", "%5B", "]", "%5D", "{", "%7B", "}", "%7D",
	"!", "%21", "*", "%2A", "$", "%24", ";", "%3B", "~", "%7E", "|", "%7C", "`", "%60", `\`, "%5C",
	"<", "%3C", ">", "%3E", " ", "%20")

// safeLink gives an address in the form that the toolkit takes, or ErrLink.
func safeLink(address string) (string, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return "", ErrLink.Wrap(err).With("address", address)
	}
	web := u.Scheme == "http" || u.Scheme == "https"
	if !slices.Contains(outside, u.Scheme) || (web && u.Host == "") {
		return "", ErrLink.With("address", address)
	}
	return escapes.Replace(u.String()), nil
}
