"""Stock and cold chain: what is on board and how it stands, what moves, how warm the boxes are.

- `stock_screen` is the widget of the room; its pages: `board_page` (lots, tiles, cold chain, what
  needs somebody), `move_page` (receive, waste, count, return, send back), `movements_page`,
  `cold_page` (chart, excursions, readings and loggers' files).
- `got_it_page` lists who got a lot (`present_people` its words).
- `lots_table`, `chart`, `vial_picture` are what the pages are made of; `state` is what they show.
- `flow` joins them to the actions, with `move_flow` (`move_draft`: what was half typed),
  `decide_flow` and `cold_flow` for one page each; `present` and `present_cold` put what the
  journal answers into words of `words`.
"""
