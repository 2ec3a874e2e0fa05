//! Makes a part of the page what it is written to be now, and touches nothing that stays as it was: the
//! browser lays out and paints less, and focus and marked text stay where they are.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// Changes the content of an element to this HTML.
pub(super) fn morph(element: &Element, html: &str) {
    // Of the same kind, so that the HTML is read as it would be inside it.
    let Ok(written) = element.clone_node() else { return };
    if let Some(written) = written.dyn_ref::<Element>() {
        written.set_inner_html(html);
    }
    follow(element, &written);
}

/// Makes the children of a node equal to those of another: what both begin and end with stays, and of
/// what is between, nodes of one kind are changed in their order.
fn follow(node: &Node, written: &Node) {
    let (old, new) = (children(node), children(written));
    let shorter = old.len().min(new.len());
    let is_same = |(old, new): &(&Node, &Node)| old.is_equal_node(Some(new));
    let n_first = old.iter().zip(&new).take_while(is_same).count();
    let ends = old.iter().rev().zip(new.iter().rev()).take(shorter - n_first);
    let n_last = ends.take_while(is_same).count();
    let mut new_between = new[n_first..new.len() - n_last].iter();
    for old in &old[n_first..old.len() - n_last] {
        let _ = match new_between.next() {
            Some(new) if is_of_one_kind(old, new) => {
                take_attributes(old, new);
                follow(old, new);
                Ok(())
            }
            Some(new) => node.replace_child(new, old).map(drop),
            None => node.remove_child(old).map(drop),
        };
    }
    let next = old.get(old.len() - n_last);
    for new in new_between {
        let _ = node.insert_before(new, next);
    }
}

fn children(node: &Node) -> Vec<Node> {
    let children = node.child_nodes();
    (0..children.length()).filter_map(|idx| children.item(idx)).collect()
}

/// Elements of one name and id. A drawing is put in whole, because nearly all of it moves, and so is a row
/// or a line, because another one is about something else.
fn is_of_one_kind(old: &Node, new: &Node) -> bool {
    let (Some(old), Some(new)) = (old.dyn_ref::<Element>(), new.dyn_ref::<Element>()) else {
        return false;
    };
    let name = old.tag_name();
    name == new.tag_name() && !matches!(name.as_str(), "svg" | "TR" | "LI") && old.id() == new.id()
}

/// Gives an element the attributes of another; what a reader has opened stays open.
fn take_attributes(old: &Node, new: &Node) {
    let (Some(old), Some(new)) = (old.dyn_ref::<Element>(), new.dyn_ref::<Element>()) else {
        return;
    };
    for name in old.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        if name != "open" && !new.has_attribute(&name) {
            let _ = old.remove_attribute(&name);
        }
    }
    for name in new.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        let value = new.get_attribute(&name).unwrap_or_default();
        if old.get_attribute(&name).as_ref() != Some(&value) {
            let _ = old.set_attribute(&name, &value);
        }
    }
}
