//go:build desktop || bindings

package desktop

import (
	"github.com/wailsapp/wails/v2/pkg/options/windows"

	"dealbox/internal/i18n"
)

// webviewMessages is what Windows users read when WebView2, which draws the page, is not
// there. Nothing is downloaded: the program works without a network.
func webviewMessages(l i18n.Lang) *windows.Messages {
	say := func(en, zh string) string { return i18n.T(en, zh).In(l) }
	get := say("Please install the Microsoft Edge WebView2 Runtime and start Dealbox again. "+
		"On a computer without a network use Microsoft's offline installer.",
		"请安装 Microsoft Edge WebView2 运行时，然后重新打开商机匣。没有网络的电脑请使用微软的离线安装包。")
	return &windows.Messages{
		InstallationRequired: get,
		UpdateRequired:       say("The WebView2 Runtime is too old. ", "WebView2 运行时版本过低。") + get,
		MissingRequirements:  say("Something is missing", "缺少组件"),
		Webview2NotInstalled: say("The WebView2 Runtime is not installed. ", "没有安装 WebView2 运行时。") + get,
		Error:                say("Error", "错误"),
		FailedToInstall:      say("The WebView2 Runtime could not be installed.", "WebView2 运行时安装失败。"),
		DownloadPage: say("Dealbox needs the WebView2 Runtime. Press OK to open Microsoft's page.",
			"商机匣需要 WebView2 运行时。点“确定”打开微软的下载页面。"),
		PressOKToInstall:     say("Press OK to install.", "点“确定”开始安装。"),
		ContactAdmin:         say("Please ask your administrator to install the WebView2 Runtime.", "请联系管理员安装 WebView2 运行时。"),
		InvalidFixedWebview2: say("The WebView2 folder is too old.", "WebView2 文件夹的版本过低。"),
		WebView2ProcessCrash: say("The part that draws the page has stopped. Please start Dealbox again; everything that was acknowledged is saved.",
			"显示界面的组件已停止工作。请重新打开商机匣，已确认的内容都已保存。"),
	}
}
