"""Promises of POST /v1/sync."""

from __future__ import annotations

from dataclasses import replace

from nacl.signing import SigningKey
from sqlalchemy import select

from fieldapp.hub import claims
from fieldapp.hub.running import Reply
from fieldapp.hub.sync_answer import answer_sync
from fieldapp.hub.sync_log.tables import sync_attempt
from fieldapp.hub.verify import verify
from fieldapp.wire import chain
from fieldapp.wire.messages import Problem, decode_problem
from fieldapp.wire.signed import open_signed
from tests.hub.conftest import World
from tests.hub.fake_laptop import NOW_S, FakeLaptop
from tests.hub.statements import counted, told


def day(world: World) -> FakeLaptop:
    laptop = world.laptop()
    for number in range(5):
        laptop.give(laptop.register(f"Test {number}"))
    return laptop


_MOST_A_PAGE, _MOST_FOR_ANOTHER = 12, 4


def problem(world: World, reply: Reply) -> Problem:
    return decode_problem(open_signed("problem", reply.body, world.verify_key))


def test_a_push_is_signed_for_up_to_its_last_event(world: World) -> None:
    laptop = day(world)
    reply = world.push(laptop, *laptop.pages(4, 9), heads=(laptop.head,))
    (receipt,) = world.receipts(reply)
    assert reply.status == 200
    assert (receipt.head_seq, receipt.head_hash) == (laptop.seq, laptop.head.hash)
    assert (receipt.durable_seq, receipt.quarantined) == (laptop.seq, ())
    assert receipt.nonce == world.read(reply).nonce == b"nonce-test--"
    assert world.numbers() == {"clients": 5, "confirmed": 5, "counted": 5}


def test_a_lost_reply_never_doubles_a_dose(world: World) -> None:
    laptop = day(world)
    for _ in range(3):
        (receipt,) = world.push_all(laptop)
        assert receipt.head_seq == laptop.seq
    world.push(laptop, laptop.page(3, 8))
    world.push(laptop, laptop.page(1, 1), laptop.page(2, laptop.seq))
    assert world.numbers() == {"clients": 5, "confirmed": 5, "counted": 5}


def test_a_page_without_its_parent_is_kept_and_asked_for(world: World) -> None:
    laptop = day(world)
    world.push(laptop, laptop.page(1, 4))
    reply = world.push(laptop, laptop.page(7, laptop.seq))
    answer = world.read(reply)
    assert reply.status == 409
    assert not answer.receipts
    assert [(head.seq, head.hash) for head in answer.unknown_parents] == [
        (4, laptop.hash_at(4)),
        (0, laptop.hash_at(0)),
    ]
    (receipt,) = world.receipts(world.push(laptop, laptop.page(5, 6)))
    assert receipt.head_seq == laptop.seq, "the page that waited has joined"
    assert world.numbers()["counted"] == 5


def test_a_hub_put_back_says_where_to_go_on(world: World) -> None:
    laptop = day(world)
    world.push(laptop, laptop.page(1, 4))
    reply = world.push(laptop, heads=(laptop.head,))
    assert reply.status == 200
    assert world.read(reply).unknown_parents[0].seq == 4


def test_a_hub_put_back_says_so_of_an_epoch_that_is_not_in_the_bundle(world: World) -> None:
    """Found by the simulator: the sync ended with *all is confirmed*, an old epoch was lost."""
    laptop = day(world)
    ended = replace(laptop.head, epoch=b"oldepoch", seq=7)
    answer = world.read(world.push(laptop, laptop.page(1, laptop.seq), heads=(laptop.head, ended)))
    genesis = chain.genesis(ended.epoch)
    assert [(h.epoch, h.seq, h.hash) for h in answer.unknown_parents] == [(ended.epoch, 0, genesis)]


def test_of_an_epoch_still_being_sent_nothing_is_called_missing(world: World) -> None:
    laptop = day(world)
    answer = world.read(world.push(laptop, laptop.page(1, 4), heads=(laptop.head,)))
    assert answer.unknown_parents == ()


def test_a_laptop_put_back_learns_that_the_hub_holds_more(world: World) -> None:
    laptop = day(world)
    world.push_all(laptop)
    older = laptop.copy()
    del older.parts[6:], older.hashes[6:]
    receipts = world.receipts(world.push(older, heads=(older.head,)))
    assert {receipt.head_seq for receipt in receipts} == {older.seq, laptop.seq}


def test_both_branches_of_a_copied_laptop_count(world: World) -> None:
    laptop = day(world)
    clone = laptop.copy()
    laptop.give(laptop.register("Test L"))
    clone.give(clone.register("Test C"))
    clone.give(clone.register("Test D"))
    world.push_all(laptop)
    (receipt,) = world.receipts(world.push(clone, clone.page(10, clone.seq)))
    assert (receipt.head_seq, receipt.head_hash) == (clone.seq, clone.head.hash)
    assert world.numbers() == {"clients": 8, "confirmed": 8, "counted": 8}


def test_a_receipt_of_one_branch_says_nothing_of_the_other(world: World) -> None:
    laptop = world.laptop()
    clone = laptop.copy()
    laptop.give(laptop.register("Test L"), vaccine="no-such")
    clone.give(clone.register("Test C"))
    (first,) = world.push_all(laptop)
    (second,) = world.push_all(clone)
    assert first.quarantined == ((4, "unknown-vaccine"),)
    assert second.quarantined == ()
    assert {r.head_hash for r in world.push_all(laptop)} == {laptop.head.hash}


def test_an_unknown_laptop_is_told_so(world: World) -> None:
    stranger = FakeLaptop(device=99).start()
    reply = world.push(stranger, *stranger.pages())
    assert (reply.status, problem(world, reply).code) == (401, "unknown-device")


def test_a_request_signed_by_another_key_changes_nothing(world: World) -> None:
    laptop = day(world)
    thief = replace(laptop, key=SigningKey.generate())
    reply = world.push(thief, *laptop.pages())
    assert (reply.status, problem(world, reply).code) == (401, "bad-signature")
    assert world.numbers() == {}


def test_a_page_signed_by_another_key_is_refused_in_words_and_the_rest_flows(world: World) -> None:
    laptop = day(world)
    thief = replace(laptop, key=SigningKey.generate())
    reply = world.push(laptop, laptop.page(1, 6), thief.page(7, laptop.seq))
    answer = world.read(reply)
    assert reply.status == 200
    assert [(epoch, seq) for epoch, seq, _ in answer.refused] == [(laptop.epoch, 7)]
    assert "not signed" in answer.refused[0][2]
    assert [receipt.head_seq for receipt in world.receipts(reply)] == [6]


def test_a_page_costs_a_few_statements_and_another_in_the_same_request_fewer(world: World) -> None:
    """Not timed, but what a storm of laptops is slow by."""
    laptop = world.laptop()
    for number in range(30):
        laptop.give(laptop.register(f"Test {number}"))
    ends = [laptop.hash_at(seq) for seq in range(1, laptop.seq + 1)]
    hub = replace(world.hub, folds=False)
    pages = laptop.pages(10, 20, 30, 40, 50)
    for came in ((pages[0],), (pages[1],), pages[2:], pages):
        body = laptop.request(came, world.store.keys.box_public, heads=(laptop.head,))
        with counted(world.store.engine) as sent:
            reply = answer_sync(hub, laptop.authorize(body), body)
        most = _MOST_A_PAGE + _MOST_FOR_ANOTHER * (len(came) - 1)
        assert reply.status == 200 and sent.total() <= most, told(sent)
        assert world.receipts(reply)[0].head_hash == ends[came[-1].last_seq - 1]


def test_a_wrong_clock_gets_the_hubs_time_and_then_syncs(world: World) -> None:
    laptop = day(world)
    body = laptop.request(laptop.pages(), world.store.keys.box_public)
    reply = answer_sync(world.hub, laptop.authorize(body, time_s=NOW_S + 86_400), body)
    said = problem(world, reply)
    assert (reply.status, said.code, said.hub_time) == (401, "clock", NOW_S)
    assert answer_sync(world.hub, laptop.authorize(body, time_s=said.hub_time), body).status == 200


def test_a_request_for_another_path_is_not_taken(world: World) -> None:
    laptop = day(world)
    body = laptop.request(laptop.pages(), world.store.keys.box_public)
    reply = answer_sync(world.hub, laptop.authorize(body, path="/v1/enrol"), body)
    assert reply.status == 401


def test_an_unreadable_bundle_is_refused_whole(world: World) -> None:
    laptop = day(world)
    reply = world.push(replace(laptop), *laptop.pages())
    assert reply.status == 200
    body = laptop.request(laptop.pages(), bytes(world.store.keys.recovery_public))
    reply = answer_sync(world.hub, laptop.authorize(body), body)
    assert (reply.status, problem(world, reply).code) == (422, "unreadable-bundle")
    reply = answer_sync(world.hub, laptop.authorize(b"garbage"), b"garbage")
    assert (reply.status, problem(world, reply).code) == (422, "unreadable")


def test_a_neighbours_pages_are_signed_for_too(world: World) -> None:
    laptop, neighbour = day(world), world.laptop(b"epoch-02")
    neighbour.give(neighbour.register("Test N"))
    receipts = world.receipts(world.push(laptop, *laptop.pages(), *neighbour.pages()))
    assert {receipt.device for receipt in receipts} == {laptop.device, neighbour.device}


def test_a_neighbours_pages_are_signed_for_up_to_their_own_end(world: World) -> None:
    owner, carrier = day(world), world.laptop(b"epoch-02")
    world.push(owner, *owner.pages())
    asked = world.push(carrier, owner.page(3, 8), heads=(carrier.head,))
    assert {r.head_hash for r in world.receipts(asked)} == {owner.hash_at(8), owner.head.hash}


def test_a_neighbours_head_that_is_only_named_is_signed_for_when_it_is_held(world: World) -> None:
    owner, carrier = day(world), world.laptop(b"epoch-02")
    world.push(owner, owner.page(1, 6))
    here = replace(owner.head, seq=5, hash=owner.hash_at(5))
    reply = world.push(carrier, heads=(here, owner.head))
    assert [(r.device, r.head_hash) for r in world.receipts(reply)] == [(owner.device, here.hash)]
    assert (reply.status, world.read(reply).unknown_parents) == (200, ())


def test_a_head_of_a_number_that_no_laptop_can_have_stops_nothing(world: World) -> None:
    laptop = day(world)
    strange = replace(laptop.head, device=2**40)
    reply = world.push(laptop, *laptop.pages(), heads=(laptop.head, strange))
    assert [r.head_hash for r in world.receipts(reply)] == [laptop.head.hash]


def test_a_carried_bundle_whose_first_letters_were_turned_is_refused_and_no_fault(
    world: World,
) -> None:
    """A neighbour hands in what rotted on its disk; the hub must not call that its own fault."""
    laptop = day(world)
    body = laptop.request(laptop.pages(), world.store.keys.box_public)
    assert body.count(b"VXB1") == 1
    turned = body.replace(b"VXB1", b"VXB3")
    reply = answer_sync(world.hub, laptop.authorize(turned), turned)
    assert (reply.status, problem(world, reply).code) == (422, "unreadable-bundle")


def test_no_receipt_covers_what_a_laptop_sends_without_what_it_says(world: World) -> None:
    laptop = day(world)
    whole = laptop.copy()
    world.push(laptop, laptop.page(1, 4))
    laptop.erase(6)
    reply = world.push(laptop, laptop.page(5, laptop.seq), heads=(laptop.head,))
    answer = world.read(reply)
    assert [(epoch, first) for epoch, first, _ in answer.refused] == [(laptop.epoch, 5)]
    assert not answer.receipts
    with world.store.reading() as connection:
        (owed,) = claims.owed(connection, laptop.device)
    assert (owed.first_seq, owed.last_seq) == (5, laptop.seq)
    assert results(world) == ["received", "bare"]
    (receipt,) = world.push_all(whole)
    assert receipt.head_hash == whole.head.hash
    assert world.numbers() == {"clients": 5, "confirmed": 5, "counted": 5}


def test_a_laptop_empties_nothing_that_the_hub_holds_already(world: World) -> None:
    laptop = day(world)
    world.push_all(laptop)
    laptop.erase(6)
    laptop.register("Test New")
    assert world.read(world.push(laptop, *laptop.pages())).refused
    assert world.numbers() == {"clients": 5, "confirmed": 5, "counted": 5}
    assert verify(world.store.folder).problems == []


def results(world: World) -> list[str]:
    noted = sync_attempt.c
    with world.store.reading() as connection:
        return list(connection.execute(select(noted.result).order_by(noted.no)).scalars())
