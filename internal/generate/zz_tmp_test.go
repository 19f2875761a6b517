package generate
import ("testing";"context";"dealbox/internal/i18n";"fmt";"time";"runtime")
func TestTmpBig(t *testing.T){
 tt,_:=Files("/tmp/crmgen",Options{Seed:1,Opportunities:8800,Lang:i18n.English}); fmt.Printf("%+v\n",tt)
 w:=open(t,i18n.Chinese); s:=time.Now()
 if err:=Workspace(context.Background(),w,Options{Seed:1,Opportunities:50000,Lang:i18n.Chinese},nil);err!=nil{t.Fatal(err)}
 var m runtime.MemStats; runtime.GC(); runtime.ReadMemStats(&m)
 fmt.Println(time.Since(s), m.HeapAlloc>>20)
}
