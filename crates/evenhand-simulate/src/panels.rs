//! Who is active in each round, and who sits on which panel.

use crate::programme::Programme;
use crate::random::Random;

/// The evaluators of every round and of every panel.
#[derive(Debug, Clone)]
pub(crate) struct Panels {
    /// The active evaluators of each round, rising.
    active: Vec<Vec<usize>>,
    /// The evaluators of all panels, one panel after another.
    members: Vec<usize>,
    n_providers: usize,
    panel_size: usize,
}

impl Panels {
    /// Draws the pools and the panels of all rounds.
    pub(crate) fn draw(programme: &Programme, random: &mut Random) -> Self {
        let active = draw_pools(programme, random);
        let n_panels = programme.n_rounds * programme.n_providers;
        let mut members = Vec::with_capacity(n_panels * programme.panel_size);
        for pool in &active {
            draw_round(programme, pool, random, &mut members);
        }
        Self { active, members, n_providers: programme.n_providers, panel_size: programme.panel_size }
    }

    /// The active evaluators of a round, rising.
    pub(crate) fn active(&self, round: usize) -> &[usize] {
        self.active.get(round).map_or(&[], Vec::as_slice)
    }

    /// The evaluators on the panel of a provider in a round, rising.
    pub(crate) fn panel(&self, round: usize, provider: usize) -> &[usize] {
        let start = (round * self.n_providers + provider) * self.panel_size;
        self.members.get(start..start + self.panel_size).unwrap_or(&[])
    }
}

/// Draws who leaves before each round; the newcomers take the next free indices.
fn draw_pools(programme: &Programme, random: &mut Random) -> Vec<Vec<usize>> {
    let drifting: Vec<usize> = programme.drift.iter().map(|drift| drift.evaluator).collect();
    let mut pool: Vec<usize> = (0..programme.n_evaluators).collect();
    let mut next = programme.n_evaluators;
    let mut active = Vec::with_capacity(programme.n_rounds);
    for round in 0..programme.n_rounds {
        let joining = if round == 0 { 0 } else { programme.joining_before(round) };
        if joining == programme.n_evaluators {
            pool.clear();
        } else {
            let (stay, mut may_leave): (Vec<usize>, Vec<usize>) =
                pool.iter().partition(|evaluator| drifting.contains(evaluator));
            random.shuffle(&mut may_leave);
            may_leave.truncate(may_leave.len().saturating_sub(joining));
            pool = stay;
            pool.append(&mut may_leave);
        }
        pool.extend(next..next + joining);
        pool.sort_unstable();
        next += joining;
        active.push(pool.clone());
    }
    active
}

/// Draws the panels of one round, by provider, onto the end of `members`.
///
/// The pool is dealt into teams at random; where it does not divide evenly, the last team is filled up with
/// evaluators of the first. Each team scores a batch of providers, and the mixed providers get panels drawn
/// from the whole pool.
fn draw_round(programme: &Programme, pool: &[usize], random: &mut Random, members: &mut Vec<usize>) {
    let size = programme.panel_size;
    let mut dealt = pool.to_vec();
    random.shuffle(&mut dealt);
    let n_teams = dealt.len().div_ceil(size);
    let seat = |team: usize, place: usize| (team * size + place) % dealt.len().max(1);

    let mut order: Vec<usize> = (0..programme.n_providers).collect();
    random.shuffle(&mut order);
    let n_mixed = libm::round(programme.mixed_share * programme.n_providers as f64) as usize;
    let mut team_of = vec![None; programme.n_providers];
    for (turn, provider) in order.into_iter().skip(n_mixed).enumerate() {
        if let Some(team) = team_of.get_mut(provider) {
            *team = Some(turn % n_teams.max(1));
        }
    }

    let mut lots = pool.to_vec();
    for team in team_of {
        let start = members.len();
        match team {
            Some(team) => {
                members.extend((0..size).filter_map(|place| dealt.get(seat(team, place))).copied());
            }
            None => {
                // The first places of a partial shuffle are a random panel.
                for place in 0..size.min(lots.len()) {
                    let other = place + random.below(lots.len() - place);
                    lots.swap(place, other);
                }
                members.extend(lots.iter().take(size));
            }
        }
        if let Some(panel) = members.get_mut(start..) {
            panel.sort_unstable();
        }
    }
}
