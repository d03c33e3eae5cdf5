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
  <context>
    <name>watch</name>
    <message numerus="yes">
      <source>%n people are being watched</source>
      <translation>
        <numerusform>%n person is being watched</numerusform>
        <numerusform>%n people are being watched</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n people are being watched; their clocks go on.</source>
      <translation>
        <numerusform>%n person is being watched; the clock goes on.</numerusform>
        <numerusform>%n people are being watched; their clocks go on.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n people of a closed session were not released</source>
      <translation>
        <numerusform>%n person of a closed session was not released</numerusform>
        <numerusform>%n people of a closed session were not released</numerusform>
      </translation>
    </message>
  </context>
</TS>
