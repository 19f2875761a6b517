; The Windows installer: for one user, without administrator rights, in Chinese and English.
; It registers .dealbox files and dealbox:// links for that user.
;
;   makensis -DVERSION=0.1.0 -DFILES=dir -DICONS=dir -DOUT=setup.exe installer.nsi
;
; Save as UTF-8 with a byte order mark: makensis takes it as Unicode by that.

Unicode true
ManifestDPIAware true
SetCompressor /SOLID lzma
!include "MUI2.nsh"

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Dealbox"
!define CLASSES "Software\Classes"

Name "Dealbox"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Dealbox"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
RequestExecutionLevel user
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1033 "ProductName" "Dealbox"
VIAddVersionKey /LANG=1033 "FileDescription" "Dealbox Setup"
VIAddVersionKey /LANG=1033 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "LegalCopyright" "Dealbox contributors"

!define MUI_ICON "${ICONS}/dealbox.ico"
!define MUI_UNICON "${ICONS}/dealbox.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\dealbox.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString Document ${LANG_SIMPCHINESE} "商机匣文件"
LangString Document ${LANG_ENGLISH} "Dealbox file"
LangString Shortcut ${LANG_SIMPCHINESE} "商机匣"
LangString Shortcut ${LANG_ENGLISH} "Dealbox"
LangString Running ${LANG_SIMPCHINESE} "商机匣正在运行。请先退出，再点“重试”。"
LangString Running ${LANG_ENGLISH} "Dealbox is running. Quit it, then choose Retry."

; The program is a file that Windows keeps from being written while it runs.
!macro WaitUntilClosed
  retry:
    IfFileExists "$INSTDIR\dealbox.exe" 0 closed
    ClearErrors
    FileOpen $0 "$INSTDIR\dealbox.exe" a
    IfErrors 0 free
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY retry
    Abort
  free:
    FileClose $0
  closed:
!macroend

; Explorer reads associations again: SHCNE_ASSOCCHANGED.
!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section
  !insertmacro WaitUntilClosed
  SetOutPath "$INSTDIR"
  File "${FILES}/dealbox.exe"
  File "${FILES}/dealbox-cli.exe"
  File "${FILES}/LICENSE"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\$(Shortcut).lnk" "$INSTDIR\dealbox.exe"

  WriteRegStr HKCU "${CLASSES}\.dealbox" "" "Dealbox.Document"
  WriteRegStr HKCU "${CLASSES}\Dealbox.Document" "" "$(Document)"
  WriteRegStr HKCU "${CLASSES}\Dealbox.Document\DefaultIcon" "" "$INSTDIR\dealbox.exe,1"
  WriteRegStr HKCU "${CLASSES}\Dealbox.Document\shell\open\command" "" '"$INSTDIR\dealbox.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\dealbox" "" "URL:Dealbox"
  WriteRegStr HKCU "${CLASSES}\dealbox" "URL Protocol" ""
  WriteRegStr HKCU "${CLASSES}\dealbox\shell\open\command" "" '"$INSTDIR\dealbox.exe" "%1"'

  WriteRegStr HKCU "${KEY}" "DisplayName" "Dealbox 商机匣"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\dealbox.exe"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "Shortcut" "$(Shortcut)"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  !insertmacro TellExplorer
SectionEnd

; Files of the user and what stands in their folders stay.
Section "Uninstall"
  !insertmacro WaitUntilClosed
  ReadRegStr $1 HKCU "${KEY}" "Shortcut"
  StrCmp $1 "" +2
    Delete "$SMPROGRAMS\$1.lnk"
  Delete "$INSTDIR\dealbox.exe"
  Delete "$INSTDIR\dealbox-cli.exe"
  Delete "$INSTDIR\LICENSE"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"

  DeleteRegKey HKCU "${CLASSES}\Dealbox.Document"
  ReadRegStr $1 HKCU "${CLASSES}\.dealbox" ""
  StrCmp $1 "Dealbox.Document" 0 +2
    DeleteRegKey HKCU "${CLASSES}\.dealbox"
  DeleteRegKey HKCU "${CLASSES}\dealbox"
  DeleteRegKey HKCU "${KEY}"
  !insertmacro TellExplorer
SectionEnd
