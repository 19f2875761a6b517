package query

import "dealbox/internal/i18n"

// MaxLength is the most bytes that Parse reads.
const MaxLength = 16 << 10

// Parse reads a condition as people write it:
//
//	status = won and amount > 1000
//	阶段=需求确认 且 (金额>=10万 或 负责人 = 我)
//	industry in (software, '零售, 批发') and not closed within last 7 days
//	phone is empty; name contains 移动; name starts with GTX
//
// Spaces around signs are optional, "not" binds closest, then "and", then "or". A
// value may have several words; one that holds a sign, a bracket, a comma in a list or
// one of the words and, or is put in quotes. A fault ErrSyntax names the position, in
// characters from 1. A blank text is always true.
func Parse(text string) (Cond, error) {
	if len(text) > MaxLength {
		return Cond{}, ErrDepth.Err()
	}
	p := parser{source: []rune(text), tokens: scan(text)}
	if p.peek().kind == end {
		return Cond{}, nil
	}
	c, err := p.or(0)
	if err != nil {
		return Cond{}, err
	}
	if p.peek().kind != end {
		return Cond{}, p.expected(i18n.T("“and”, “or” or the end", "「且」「或」或结尾"))
	}
	return c, nil
}

type parser struct {
	source []rune
	tokens []token
	next   int
}

func (p *parser) peek() token { return p.tokens[p.next] }

func (p *parser) take() token {
	t := p.tokens[p.next]
	if t.kind != end {
		p.next++
	}
	return t
}

// skip takes the next token when it is one of the given words or signs.
func (p *parser) skip(words ...string) bool {
	if !p.peek().is(words...) {
		return false
	}
	p.take()
	return true
}

func (p *parser) expected(what i18n.Text) error {
	return ErrSyntax.With("position", p.peek().pos).With("expected", what)
}

var (
	orWords  = []string{"or", "或", "或者", "||"}
	andWords = []string{"and", "且", "并且", "&&"}
	notWords = []string{"not", "非", "!"}
)

func (p *parser) or(depth int) (Cond, error) { return p.chain(depth, OpOr, orWords, p.and) }

func (p *parser) and(depth int) (Cond, error) { return p.chain(depth, OpAnd, andWords, p.unary) }

// chain reads parts joined by one operator; a single part stands for itself.
func (p *parser) chain(depth int, op string, words []string, part func(int) (Cond, error)) (Cond, error) {
	var all []Cond
	for {
		c, err := part(depth)
		if err != nil {
			return Cond{}, err
		}
		all = append(all, c)
		if !p.skip(words...) {
			break
		}
	}
	if len(all) == 1 {
		return all[0], nil
	}
	return Cond{Op: op, Conds: all}, nil
}

func (p *parser) unary(depth int) (Cond, error) {
	if depth >= MaxDepth {
		return Cond{}, ErrDepth.Err()
	}
	switch {
	case p.skip(notWords...):
		c, err := p.unary(depth + 1)
		return None(c), err
	case p.skip("("):
		c, err := p.or(depth + 1)
		if err == nil && !p.skip(")") {
			err = p.expected(i18n.T("a closing bracket", "右括号"))
		}
		return c, err
	}
	return p.test()
}

// test reads one test of one field.
func (p *parser) test() (Cond, error) {
	field := p.peek()
	if field.kind != word && field.kind != quoted {
		return Cond{}, p.expected(i18n.T("a field", "字段名"))
	}
	p.take()
	negated := p.skip("not", "不", "不是")
	c, err := p.operator(field.text)
	if err == nil && negated {
		c = None(c)
	}
	return c, err
}

var signs = map[string]string{
	"=": OpEq, "==": OpEq, "!=": OpNe, "<>": OpNe, "≠": OpNe,
	"<": OpLt, "<=": OpLe, "≤": OpLe, ">": OpGt, ">=": OpGe, "≥": OpGe,
	"是": OpEq, "等于": OpEq, "不等于": OpNe, "大于": OpGt, "小于": OpLt, "至少": OpGe, "至多": OpLe,
	"before": OpLt, "after": OpGt, "早于": OpLt, "晚于": OpGt,
	"contains": OpContains, "包含": OpContains, "within": OpWithin, "during": OpWithin,
}

func (p *parser) operator(field string) (Cond, error) {
	t := p.peek()
	switch {
	case p.skip("is"):
		return p.is(field)
	case p.skip("为空", "empty"):
		return Cond{Op: OpEmpty, Field: field}, nil
	case p.skip("不为空", "非空", "filled"):
		return Cond{Op: OpFilled, Field: field}, nil
	case p.skip("不包含"):
		c, err := p.value(OpContains, field)
		return None(c), err
	case p.skip("in", "属于", "在"):
		return p.list(field)
	case p.skip("starts", "开头是", "开头为"):
		p.skip("with")
		return p.value(OpStarts, field)
	}
	if op, ok := signs[t.lower()]; ok && t.kind != quoted {
		p.take()
		return p.value(op, field)
	}
	return Cond{}, p.expected(i18n.T("a sign such as =, >, contains, in, is empty", "= > 包含 属于 为空 等比较"))
}

// is reads what stands behind "is": empty, filled, not empty, or a value.
func (p *parser) is(field string) (Cond, error) {
	negated := p.skip("not")
	op := OpEq
	switch {
	case p.skip("empty", "blank", "空"):
		op = OpEmpty
	case p.skip("filled", "set"):
		op = OpFilled
	default:
		c, err := p.value(OpEq, field)
		if negated {
			c.Op = OpNe
		}
		return c, err
	}
	c := Cond{Op: op, Field: field}
	if negated {
		c.Op = map[string]string{OpEmpty: OpFilled, OpFilled: OpEmpty}[op]
	}
	return c, nil
}

func (p *parser) value(op, field string) (Cond, error) {
	v, ok := p.words(false)
	if !ok {
		return Cond{}, p.expected(i18n.T("a value", "一个值"))
	}
	return Cond{Op: op, Field: field, Value: v}, nil
}

// words reads a value: a quoted text, or all that is written up to a joining word, a
// sign or a bracket; in a list up to a comma too.
func (p *parser) words(list bool) (string, bool) {
	if p.peek().kind == quoted {
		return p.take().text, true
	}
	from, to := p.peek(), p.peek().pos
	for n := 0; p.goesOn(n, list); n++ {
		to = p.take().last
	}
	return string(p.source[from.pos-1 : to-1]), to > from.pos
}

// goesOn says whether the next token belongs to a value of which n tokens were read.
func (p *parser) goesOn(n int, list bool) bool {
	switch t := p.peek(); t.kind {
	case word:
		return n == 0 || !t.is(orWords...) && !t.is(andWords...)
	case comma:
		return !list && n > 0
	}
	return false
}

func (p *parser) list(field string) (Cond, error) {
	if !p.skip("(") {
		return Cond{}, p.expected(i18n.T("a list in brackets", "括号中的列表"))
	}
	values := []any{}
	for {
		v, ok := p.words(true)
		if !ok {
			return Cond{}, p.expected(i18n.T("a value", "一个值"))
		}
		values = append(values, v)
		if p.skip(")") {
			return Cond{Op: OpIn, Field: field, Value: values}, nil
		}
		if p.peek().kind != comma {
			return Cond{}, p.expected(i18n.T("a comma or a closing bracket", "逗号或右括号"))
		}
		p.take()
	}
}
