package source
import ("testing";"fmt";"context";"path/filepath")
func TestProbe(t *testing.T){
 ms,_:=filepath.Glob("../../../../shared/data/*/*")
 for _,m:=range ms { f,err:=Open(m); if err!=nil{fmt.Println(m,err);continue}
  i:=f.Info(); fmt.Printf("%+v\n",i)
  sh,err:=f.Shapes(context.Background()); if err!=nil{fmt.Println(err)}
  for _,s:=range sh{ fmt.Printf("  %-40.40s %-8s ord=%d %v comma=%v fac=%d unit=%s cur=%s blank=%.2f ph=%v mis=%d many=%v n=%d %v %q\n",s.Name,s.Looks,s.Order,s.OrderSure,s.DecimalComma,s.Factor,s.Unit,s.Currency,s.Blank,s.Placeholders,s.Misfits,s.Many,len(s.Values),s.Warnings,s.Samples[:min(2,len(s.Samples))])}
  n:=0; err=f.Rows(context.Background(),func(int,[]string)error{n++;return nil}); fmt.Println(n,err,len(f.Notes()))
  f.Close()
 }
}
