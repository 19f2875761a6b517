package store

import (
	"bytes"
)

// frame is a branch page on the stack of a walk.
type frame struct {
	page *page
	next int    // element to go down next
	end  []byte // all keys below are smaller; nil: no bound
}

// walkTree visits a tree from its root page and calls visit for each leaf element in
// order. nested says whether the elements are buckets, all of them or none.
func (v *vetter) walkTree(root uint64, nested bool, visit func(leaf) error) error {
	stack := make([]frame, 0, 8)
	down, end := root, []byte(nil)
	var first []byte // what the parent says is the first key
	for {
		p, err := v.load(down, down == root)
		if err != nil {
			return err
		}
		if err := p.checkOrder(first, end); err != nil {
			return err
		}
		if p.flags == flagBranch {
			if len(stack) == maxDepth {
				return damagedPage(down, "deeper than %d levels", maxDepth)
			}
			stack = append(stack, frame{page: p, end: end})
		} else if err := v.visitLeaf(p, nested, visit); err != nil {
			return err
		}
		for len(stack) > 0 && stack[len(stack)-1].next == len(p0(stack).elems) {
			v.drop(p0(stack))
			stack = stack[:len(stack)-1]
		}
		if len(stack) == 0 {
			return nil
		}
		top := &stack[len(stack)-1]
		down, first, end = top.child()
	}
}

func p0(stack []frame) *page { return stack[len(stack)-1].page }

// child gives the next page below with its first key and its bound.
func (f *frame) child() (id uint64, first, end []byte) {
	e := f.page.elems[f.next]
	f.next++
	end = f.end
	if f.next < len(f.page.elems) {
		end = f.page.elems[f.next].key
	}
	return e.child, e.key, end
}

// checkOrder compares a page's keys with what its parent says of them.
func (p *page) checkOrder(first, end []byte) error {
	if first == nil {
		return nil
	}
	if n := len(p.elems); !bytes.Equal(p.elems[0].key, first) {
		return damagedPage(p.id, "first key differs from the branch's")
	} else if end != nil && bytes.Compare(p.elems[n-1].key, end) >= 0 {
		return damagedPage(p.id, "last key is not below the next branch's")
	}
	return nil
}

func (v *vetter) visitLeaf(p *page, nested bool, visit func(leaf) error) error {
	defer v.drop(p)
	for _, e := range p.elems {
		if e.bucket != nested {
			return damagedPage(p.id, "a bucket where a value should be, or the reverse")
		}
		if visit == nil {
			continue
		}
		if err := visit(leaf{key: e.key, size: e.size, v: v, p: p, at: e.value}); err != nil {
			return err
		}
	}
	return nil
}

// walkBucket visits the values of one bucket; visit may be nil.
func (v *vetter) walkBucket(b bucketRef, visit func(leaf) error) error {
	n := uint64(0)
	each := func(l leaf) error {
		n++
		if visit == nil {
			return nil
		}
		return visit(l)
	}
	err := v.walkContent(b, each)
	v.report.Buckets[b.name] = n
	return err
}

func (v *vetter) walkContent(b bucketRef, each func(leaf) error) error {
	if b.root != 0 {
		return v.walkTree(b.root, false, each)
	}
	p, err := parseInline(b.inline)
	if err != nil {
		return err
	}
	return v.visitLeaf(p, false, each)
}
