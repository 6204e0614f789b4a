//! Labels over points on a line: moved apart until none covers another, as little as need be.

/// A label that wants to stand over a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// Where its middle would best be.
    pub x: f32,
    /// Its width.
    pub width: f32,
}

/// The middles of labels, in the order given, which must be from left to right. Their widths and the gaps between them
/// must fit into the room.
pub fn spread(wishes: &[Wish], room: f32, gap: f32) -> Vec<f32> {
    let mut left_ends: Vec<f32> = Vec::with_capacity(wishes.len());
    let mut free = 0.0f32;
    for wish in wishes {
        let left = (wish.x - wish.width / 2.0).max(free);
        left_ends.push(left);
        free = left + wish.width + gap;
    }
    let mut limit = room;
    for (left, wish) in left_ends.iter_mut().zip(wishes).rev() {
        *left = left.min(limit - wish.width).max(0.0);
        limit = *left - gap;
    }
    left_ends.iter().zip(wishes).map(|(left, wish)| left + wish.width / 2.0).collect()
}

/// How many of the labels, in order of importance, fit side by side.
pub fn fitting(widths: impl IntoIterator<Item = f32>, room: f32, gap: f32) -> usize {
    let mut filled = -gap;
    widths
        .into_iter()
        .take_while(|width| {
            filled += width + gap;
            filled <= room
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crowded_labels_stand_side_by_side_inside_the_room() {
        let wishes: Vec<Wish> = (0..6).map(|_| Wish { x: 95.0, width: 15.0 }).collect();
        let middles = spread(&wishes, 100.0, 2.0);
        for (one, next) in middles.iter().zip(middles.iter().skip(1)) {
            assert!(next - one >= 17.0 - 0.01, "{middles:?}");
        }
        assert!(middles.iter().all(|x| (7.5..=92.6).contains(x)), "{middles:?}");
    }

    #[test]
    fn lone_label_stays_over_its_point() {
        assert_eq!(spread(&[Wish { x: 50.0, width: 20.0 }], 100.0, 2.0), [50.0]);
        assert_eq!(fitting([40.0, 40.0, 40.0], 100.0, 2.0), 2);
    }
}
