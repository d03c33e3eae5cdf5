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
    <name>session</name>
    <message numerus="yes">
      <source>%n dose(s) in the open vial will be thrown away at the close.</source>
      <translation>
        <numerusform>%n dose in the open vial will be thrown away at the close.</numerusform>
        <numerusform>%n doses in the open vial will be thrown away at the close.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n dose(s) missing</source>
      <translation>
        <numerusform>%n dose missing</numerusform>
        <numerusform>%n doses missing</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n dose(s) not yet at the hub. Closing is fine; they stay safe here.</source>
      <translation>
        <numerusform>%n dose not yet at the hub. Closing is fine; it stays safe here.</numerusform>
        <numerusform>%n doses not yet at the hub. Closing is fine; they stay safe here.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n dose(s) stay in the open vial.</source>
      <translation>
        <numerusform>%n dose stays in the open vial.</numerusform>
        <numerusform>%n doses stay in the open vial.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n dose(s) wait for the hub; they stay safe here.</source>
      <translation>
        <numerusform>%n dose waits for the hub; it stays safe here.</numerusform>
        <numerusform>%n doses wait for the hub; they stay safe here.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n fee(s) not taken, by name and reason</source>
      <translation>
        <numerusform>%n fee not taken, by name and reason</numerusform>
        <numerusform>%n fees not taken, by name and reason</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n form(s) left half typed</source>
      <translation>
        <numerusform>%n form left half typed</numerusform>
        <numerusform>%n forms left half typed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n lot(s) to count</source>
      <translation>
        <numerusform>%n lot to count</numerusform>
        <numerusform>%n lots to count</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n people still being watched</source>
      <translation>
        <numerusform>%n person still being watched</numerusform>
        <numerusform>%n people still being watched</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n receipt(s)</source>
      <translation>
        <numerusform>%n receipt</numerusform>
        <numerusform>%n receipts</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n vial(s) missing</source>
      <translation>
        <numerusform>%n vial missing</numerusform>
        <numerusform>%n vials missing</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Open vial of {lot}, %n dose(s)</source>
      <translation>
        <numerusform>Open vial of {lot}, %n dose</numerusform>
        <numerusform>Open vial of {lot}, %n doses</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{people} people in %n operation(s) before</source>
      <translation>
        <numerusform>{people} people in %n operation before</numerusform>
        <numerusform>{people} people in %n operations before</numerusform>
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
