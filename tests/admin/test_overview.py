"""The front page of the desk."""


async def test_each_trajectory_says_how_much_waits(world):
    """Late ones counted apart; a theme does not wait."""
    await world.sign_in()
    await world.found("west", texts={"title": {"nl": "Het park <i>West</i>"}})
    await world.give(days_ago=6)
    await world.give()
    await world.give(kind="theme")
    page = (await world.client.get("/desk")).text
    assert "2 bijdragen wachten op antwoord" in page
    assert "1 over tijd" in page
    assert "Niets wacht. Alles heeft een antwoord." in page
    assert "Het park &lt;i&gt;West&lt;/i&gt;" in page
    assert "/desk/west/queue" in page


async def test_without_trajectories_it_says_how_to_make_one(world):
    """On a fresh machine."""
    await world.sign_in()
    async with world.database.writing() as connection:
        for table in ("declinereason", "step", "network", "trajectory"):
            await connection.exec_driver_sql(f"DELETE FROM {table}")
    assert "samenspraak trajectory new" in (await world.client.get("/desk")).text


async def test_a_title_that_was_not_written_in_this_language_comes_in_another(world):
    """Marked as such, so that a screen reader reads it well."""
    await world.sign_in()
    await world.found("west", languages=["en"], texts={"title": {"en": "The park"}})
    page = (await world.client.get("/desk")).text
    assert '<span lang="en" dir="auto">The park</span>' in page


async def test_it_takes_a_few_queries_for_any_number_of_trajectories(world):
    """One for who is signed in, one for the list, one for what waits."""
    await world.sign_in()
    for number in range(5):
        await world.found(f"nog-{number}")
    with world.counting() as seen:
        await world.client.get("/desk")
    assert len(seen) == 3
