package fetch

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"syscall"
	"time"

	"reader/model/source"
)

// Error is why there is no answer, in words that are safe to show.
type Error struct {
	Host       string        // asked last
	Says       string        // goes on from Host
	Gone       bool          // there will never be one again
	Here       bool          // the reason is here and not there: no connection, or an address that is not permitted
	RetryAfter time.Duration // how long the host asks to be left alone, 0 if it does not

	cause error
}

// Error implements error.
func (e *Error) Error() string { return e.Host + " " + e.Says }

// Unwrap returns what failed.
func (e *Error) Unwrap() error { return e.cause }

// The causes that hold what is to be said of them.
type (
	errScheme string
	errPacked string
	errProxy  struct {
		host string // of the proxy, "" if it is none that can be asked
		error
	}
)

func (e errProxy) Error() string {
	if e.host == "" {
		return "can't be asked: the environment names a proxy that is none (" + e.error.Error() + ")"
	}
	return "can't be asked: the proxy " + e.host + " that the environment names does not answer"
}

func (e errScheme) Error() string {
	return fmt.Sprintf("redirects to an address with %s:, and only http and https are followed", string(e))
}

func (e errPacked) Error() string {
	return fmt.Sprintf("packs its answer as %q, which can't be unpacked here", string(e))
}

// explain returns err, for which host gave no answer, in plain words.
func (c *Client) explain(host string, err error) *Error {
	e := new(Error)
	if !errors.As(err, &e) {
		e.Says, e.cause, e.Here = c.says(err), err, isHere(err)
	}
	e.Host, e.Says = source.SanitizeLine(host), source.SanitizeLine(e.Says)
	return e
}

// isHere reports whether err tells nothing of the host that was to be asked.
func isHere(err error) bool {
	var (
		private *PrivateError
		proxy   errProxy
		name    *net.DNSError
	)
	return errors.As(err, &private) || errors.As(err, &proxy) || errors.As(err, &name) && !name.IsNotFound || errors.Is(err, syscall.ENETUNREACH)
}

// says returns what happened, to go on from the name of a host.
func (c *Client) says(err error) string {
	var (
		scheme  errScheme
		packed  errPacked
		proxy   errProxy
		private *PrivateError
	)
	switch {
	case errors.Is(err, errTotal):
		return fmt.Sprintf("took longer than %s to answer in full; try again later", c.total)
	case errors.Is(err, errIdle):
		return fmt.Sprintf("sent nothing for %s; try again later", c.idle)
	case errors.Is(err, errTooLarge):
		return "sends more than 32 MiB, which is neither a feed nor a page"
	case errors.Is(err, errRedirects):
		return fmt.Sprintf("redirects more than %d times", maxRedirects)
	case errors.As(err, &scheme):
		return scheme.Error()
	case errors.As(err, &packed):
		return packed.Error()
	case errors.As(err, &private):
		return fmt.Sprintf("was not asked: %s; such are asked only with --allow-private", private)
	case errors.As(err, &proxy):
		return proxy.Error()
	}
	return saysNet(err)
}

// saysNet is says for what the network reports.
func saysNet(err error) string {
	var (
		name        *net.DNSError
		certificate *tls.CertificateVerificationError
		record      tls.RecordHeaderError
		authority   x509.UnknownAuthorityError
		timeout     net.Error
	)
	switch {
	case errors.As(err, &name) && name.IsNotFound:
		return "can't be found; check the address"
	case errors.As(err, &name):
		return "can't be looked up; check the connection to the internet"
	case errors.As(err, &authority):
		return "can't be trusted: nobody known here vouches for its certificate"
	case errors.As(err, &certificate):
		return "can't be trusted: its certificate does not hold (" + certificate.Err.Error() + ")"
	case errors.As(err, &record):
		return "does not speak https there; try http"
	case errors.Is(err, syscall.ECONNREFUSED):
		return "takes no connection"
	case errors.Is(err, syscall.EHOSTUNREACH), errors.Is(err, syscall.ENETUNREACH):
		return "can't be reached; check the connection to the internet"
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET):
		return "ended the connection before its answer did"
	case errors.As(err, &timeout) && timeout.Timeout():
		return "did not answer in time; try again later"
	default:
		return "gave no answer: " + innermost(err).Error()
	}
}

// innermost returns what err wraps at the last: around it stand the address and words for programmers.
func innermost(err error) error {
	for {
		next := errors.Unwrap(err)
		if next == nil {
			return err
		}
		err = next
	}
}

// problemOf returns what is wrong with an answer by its status, nil if nothing is. Its body, anybody's words, is not shown.
func problemOf(r *http.Response) error {
	e := &Error{}
	switch code := r.StatusCode; {
	case code >= 200 && code < 300, code == http.StatusNotModified && asked(r.Request):
		return nil
	case code == http.StatusGone:
		e.Gone, e.Says = true, "has taken it away for good (410)"
	case code == http.StatusNotFound:
		e.Says = "has no such page (404); check the address"
	case code == http.StatusUnauthorized, code == http.StatusForbidden, code == http.StatusPaymentRequired:
		e.Says = fmt.Sprintf("does not give it to everybody (%d)", code)
	case code == http.StatusProxyAuthRequired:
		e.Says = "is behind a proxy that wants a password (407)"
	case code == http.StatusUnavailableForLegalReasons:
		e.Says = "may not show it for legal reasons (451)"
	case code == http.StatusTooManyRequests, code == http.StatusServiceUnavailable:
		e.RetryAfter = retryAfter(r.Header.Get("Retry-After"), time.Now())
		e.Says = fmt.Sprintf("asks to be left alone for a while (%d)", code)
	case code >= 500:
		e.Says = fmt.Sprintf("has a fault of its own (%d); try again later", code)
	case code >= 300 && code < 400:
		e.Says = fmt.Sprintf("redirects, but does not say where to (%d)", code)
	default:
		e.Says = fmt.Sprintf("does not answer that (%d)", code)
	}
	return e
}

// asked reports whether r asked only for what has changed.
func asked(r *http.Request) bool {
	return r.Header.Get("If-None-Match") != "" || r.Header.Get("If-Modified-Since") != ""
}

// retryAfter returns how long after now a host asks to be left alone by s, seconds or a date; 0 if s is neither.
func retryAfter(s string, now time.Time) time.Duration {
	s = strings.TrimSpace(s)
	if n, err := strconv.ParseUint(s, 10, 31); err == nil {
		return time.Duration(n) * time.Second
	}
	if t, err := http.ParseTime(s); err == nil {
		return max(0, t.Sub(now))
	}
	return 0
}
