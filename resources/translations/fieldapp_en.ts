<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
  <context>
    <name>TodayPanel</name>
    <message numerus="yes">
      <source>%n dose(s)</source>
      <translation>
        <numerusform>%n dose</numerusform>
        <numerusform>%n doses</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>language</name>
    <message numerus="yes">
      <source>%n day(s) {h} h</source>
      <translation>
        <numerusform>%n day {h} h</numerusform>
        <numerusform>%n days {h} h</numerusform>
      </translation>
    </message>
  </context>
</TS>
